package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Registration;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.testing.RealServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Another replica carries out the same request from beginning to end, between two steps of this one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OvertakenAtTheDeskTest {
    @Autowired
    Events events;

    @Autowired
    Registrations registrations;

    @Autowired
    AggregateStores stores;

    @Autowired
    Clock clock;

    private final Arrival arrival =
            Desks.arrives(TicketOffice.newKey(), aParty("k").of(2, "gala"));
    private String event = "";
    private Registration theirs;

    enum Step {
        BEFORE_QUOTAS_ARE_READ,
        BEFORE_REGISTRATIONS_ARE_READ,
        BEFORE_PLACES_ARE_TAKEN,
        BEFORE_REGISTRATIONS_ARE_STORED
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        event = new TicketOffice(port).gala(10);
    }

    @ParameterizedTest
    @EnumSource
    void one_overtaken_at_any_step_answers_with_the_same_registration_and_takes_no_places_again(Step step) {
        var ours = new RegistrationDesk(event, events, new OvertakenAt(step), TERMS, clock);
        var answer = ours.serve(List.of(arrival)).getFirst().get();
        ours.pause();

        assertThat(answer.id()).isEqualTo(theirs.id());
        assertThat(registrations.get(answer.id()).state()).isEqualTo(answer);
        assertThat(registrations.quotas(event).state().left(List.of("ballroom"), clock.instant()))
                .isEqualTo(8);
        assertThat(registrations.quotas(event).state().intents()).isEmpty();
    }

    private final class OvertakenAt extends Registrations {
        private final Step step;

        OvertakenAt(Step step) {
            super(stores, Clock.systemUTC());
            this.step = step;
        }

        @Override
        Quotas changeQuotas(String eventId, Function<Quotas, Change<Quotas>> decision) {
            overtake(Step.BEFORE_QUOTAS_ARE_READ);
            return super.changeQuotas(eventId, decision);
        }

        @Override
        public Map<String, Registration> find(Collection<String> ids) {
            overtake(Step.BEFORE_REGISTRATIONS_ARE_READ);
            var found = super.find(ids);
            overtake(Step.BEFORE_PLACES_ARE_TAKEN);
            return found;
        }

        @Override
        void write(Map<String, Intent> intents) {
            overtake(Step.BEFORE_REGISTRATIONS_ARE_STORED);
            super.write(intents);
        }

        private void overtake(Step here) {
            if (here != step || theirs != null) return;
            var other = new RegistrationDesk(event, events, registrations, TERMS, clock);
            theirs = other.serve(List.of(arrival)).getFirst().get();
            other.pause();
        }
    }
}
