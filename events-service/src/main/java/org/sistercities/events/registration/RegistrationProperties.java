package org.sistercities.events.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How registrations are taken.
 *
 * @param batch most parties served by one change of the quotas; bounds the size of that document
 * @param sweepEvery pause between two looks for what a crash left
 * @param sweepAfter age from which an intent counts as left behind; longer than storing a batch ever takes, to save work only
 */
@ConfigurationProperties("sistercities.registration")
record RegistrationProperties(
        @DefaultValue("100") int batch,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter) {}
