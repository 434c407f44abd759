package org.sistercities.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a client may send.
 *
 * @param body the largest body in bytes; a route's metadata {@code body-limit} overrides it
 */
@ConfigurationProperties("sistercities.limits")
record LimitsProperties(@DefaultValue("1MB") DataSize body) {}
