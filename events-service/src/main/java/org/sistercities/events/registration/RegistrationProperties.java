package org.sistercities.events.registration;

import java.time.Duration;
import org.sistercities.events.party.Terms;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How registrations are taken.
 *
 * @param hold how long places are kept while a party fills in its details
 * @param offer how long places are kept for a party of the waiting list
 * @param checkout how long a page to pay on is open; the provider wants half an hour at least
 * @param waitingList most parties in line for one event; bounds the size of the quotas' document
 * @param batch most served by one change of the quotas; bounds the size of that document, too
 * @param patience how long anybody waits in a rush before being turned away; shorter than the gateway waits for an answer
 * @param sweepEvery pause between two looks for what a crash left or what has run out
 * @param sweepAfter age from which an intent counts as left behind; longer than storing a batch ever takes, to save work only
 */
@ConfigurationProperties("sistercities.registration")
record RegistrationProperties(
        @DefaultValue("15m") Duration hold,
        @DefaultValue("24h") Duration offer,
        @DefaultValue("35m") Duration checkout,
        @DefaultValue("1000") int waitingList,
        @DefaultValue("100") int batch,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter) {

    Terms terms() {
        return new Terms(hold, offer, checkout, waitingList);
    }
}
