package org.sistercities.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param lease how long a relay may work on one document before another may take over; longer than the producer's delivery
 *     time-out, so that this happens to dead or frozen relays only
 * @param pollInterval pause between two polls for what nudges missed
 * @param workers documents sent at the same time
 */
@ConfigurationProperties("sistercities.outbox")
public record OutboxProperties(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("32") int workers) {}
