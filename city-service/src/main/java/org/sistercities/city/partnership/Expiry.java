package org.sistercities.city.partnership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.time.Clock;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the step that a fixed term agreed beforehand: EXPIRED when its last day is over. It runs in every replica; whichever comes
 * second finds the step taken.
 */
@Component
class Expiry {
    private static final Logger log = LoggerFactory.getLogger(Expiry.class);
    private static final String BY = "end of the term";

    private final AggregateStore<Partnership> partnerships;
    private final Network network;
    private final Clock clock;

    Expiry(AggregateStore<Partnership> partnerships, Network network, Clock clock) {
        this.partnerships = partnerships;
        this.network = network;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${sistercities.partnership.expire-after-start:1m}",
            fixedDelayString = "${sistercities.partnership.expire-every:1h}")
    void expire() {
        try {
            var active = and(eq("state.standing.status", Status.ACTIVE.name()), exists("state.standing.until"));
            for (var term : partnerships.list(active, null, Integer.MAX_VALUE))
                if (isOver(term.state())) network.saw(partnerships.change(term.id(), this::expired));
        } catch (RuntimeException e) {
            log.warn("What is over expires at the next sweep: {}", e.toString());
        }
    }

    private Change<Partnership> expired(Partnership partnership) {
        return isOver(partnership)
                ? partnership.take(Move.EXPIRE, null, Act.by(BY, clock.instant()))
                : Change.none(partnership); // somebody else was faster, or it was renewed
    }

    private boolean isOver(Partnership partnership) {
        return partnership.status() == Status.ACTIVE && partnership.standing().isOver(clock.instant());
    }
}
