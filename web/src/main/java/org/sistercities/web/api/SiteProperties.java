package org.sistercities.web.api;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The site.
 *
 * @param gateway where the APIs are
 * @param url the site's address as browsers see it, without a slash at the end
 * @param key what the site and the gateway share, so that its visitors are not counted as one client
 * @param connectWithin how long a connection to the gateway may take
 * @param answerWithin how long an answer may take; a page waits no longer for any part of it
 * @param filesWithin how long the work on a file that is sent may take
 */
@ConfigurationProperties("sistercities.site")
public record SiteProperties(
        @DefaultValue("http://localhost:8080") URI gateway,
        @DefaultValue("http://localhost:8080") String url,
        @Nullable String key,
        @DefaultValue("1s") Duration connectWithin,
        @DefaultValue("4s") Duration answerWithin,
        @DefaultValue("60s") Duration filesWithin) {}
