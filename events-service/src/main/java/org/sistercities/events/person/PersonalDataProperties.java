package org.sistercities.events.person;

import java.time.Duration;
import java.time.Instant;
import org.sistercities.contracts.EventsDomainEvent.Erased;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data are kept.
 *
 * @param keepAfterEvent what guests do not eat, need and have answered
 * @param keepPeopleAfterEvent their names and addresses, too
 * @param lookEvery pause between two looks for events whose time has come
 */
@ConfigurationProperties("sistercities.personal-data")
record PersonalDataProperties(
        @DefaultValue("30d") Duration keepAfterEvent,
        @DefaultValue("365d") Duration keepPeopleAfterEvent,
        @DefaultValue("1h") Duration lookEvery) {

    /** Events that ended by then have had their time. */
    Instant before(Erased what, Instant now) {
        return now.minus(
                switch (what) {
                    case NEEDS -> keepAfterEvent;
                    case PEOPLE -> keepPeopleAfterEvent;
                });
    }
}
