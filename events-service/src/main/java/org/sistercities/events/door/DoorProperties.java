package org.sistercities.events.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the door works.
 *
 * @param opensBefore how long before an event's start guests are admitted
 * @param codeLasts for how long an enrolment code can be redeemed
 */
@ConfigurationProperties("sistercities.door")
record DoorProperties(
        @DefaultValue("4h") Duration opensBefore,
        @DefaultValue("30m") Duration codeLasts) {}
