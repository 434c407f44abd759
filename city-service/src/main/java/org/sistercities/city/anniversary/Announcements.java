package org.sistercities.city.anniversary;

import java.time.Clock;
import java.time.Instant;
import org.sistercities.city.partnership.Parties;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the world of each occasion once, on its day, from whichever replica is first. What fell into a downtime is told
 * afterwards, up to two weeks late; later than that nobody wants to be congratulated.
 */
@Component
class Announcements {
    private static final int DAYS_TO_CATCH_UP = 14;

    private final AggregateStore<Announced> announced;
    private final Occasions occasions;
    private final Parties parties;
    private final Clock clock;

    Announcements(AggregateStores stores, Occasions occasions, Parties parties, Clock clock) {
        this.announced = stores.open("announced-occasions", Announced.class);
        this.occasions = occasions;
        this.parties = parties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.anniversaries.announce-every:5m}")
    void announce() {
        announceAt(clock.instant());
    }

    void announceAt(Instant now) {
        occasions.begun(now, DAYS_TO_CATCH_UP).forEach(occasion -> announce(occasion, now));
    }

    private void announce(Occasion occasion, Instant now) {
        var cities = parties.of(occasion.partnership().cityIds());
        if (occasion.isCelebrated())
            announced.createOnce(Announced.anniversaryId(occasion), () -> Announced.anniversary(occasion, cities, now));
        if (occasion.isReviewed())
            announced.createOnce(Announced.reviewId(occasion), () -> Announced.review(occasion, cities, now));
    }
}
