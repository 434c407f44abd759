package org.sistercities.gateway.signin;

import java.time.Duration;
import org.sistercities.gateway.shared.Store;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where sessions live, and for how long.
 *
 * @param store local: a session is known to the replica that began it; redis: to all
 * @param longest after which a session ends, however much it is used
 */
@ConfigurationProperties("sistercities.sessions")
public record SessionsProperties(
        @DefaultValue("local") Store store,
        @DefaultValue("12h") Duration longest) {}
