package org.sistercities.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a connection may keep the gateway waiting, however busy it looks meanwhile.
 *
 * @param head from connecting until a whole request line with its headers is there
 * @param body from then until the whole body is
 * @param idle from an answer until the next request's head is there
 * @param stalled how long a client may take none of an answer that waits for it
 */
@ConfigurationProperties("sistercities.patience")
record PatienceProperties(
        @DefaultValue("10s") Duration head,
        @DefaultValue("90s") Duration body,
        @DefaultValue("60s") Duration idle,
        @DefaultValue("30s") Duration stalled) {}
