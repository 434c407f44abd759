package org.sistercities.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service publishes and listens.
 *
 * @param topic where its own events go
 * @param source who it is, the CloudEvents source, such as {@code /city-service}
 * @param replication copies of the topic, when this service has to create it; -1 leaves it to the broker
 * @param firstRetry pause before a failed delivery is tried again; it doubles up to {@code longestRetry}, for as long as it takes
 */
@ConfigurationProperties("sistercities.events")
public record EventsProperties(
        String topic,
        String source,
        @DefaultValue("-1") short replication,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("30s") Duration longestRetry) {}
