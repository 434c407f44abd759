package org.sistercities.gateway.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the services' public answers is kept, and how long.
 *
 * @param size bytes of all answers together; 0 turns the cache off
 * @param largest the largest body that is kept
 * @param longest an answer is not given unasked for longer than this, whatever its service allows
 * @param patience how long a request waits for another that asks for the same
 */
@ConfigurationProperties("sistercities.cache")
record CacheProperties(
        @DefaultValue("32MB") DataSize size,
        @DefaultValue("256KB") DataSize largest,
        @DefaultValue("60s") Duration longest,
        @DefaultValue("5s") Duration patience) {}
