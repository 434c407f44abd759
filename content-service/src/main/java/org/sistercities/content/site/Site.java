package org.sistercities.content.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The public site: its addresses stand in feeds, sitemaps and metadata.
 *
 * @param url without a slash at its end
 * @param name of the network, as feeds and search engines show it
 */
@Validated
@ConfigurationProperties("sistercities.site")
public record Site(
        @DefaultValue("http://localhost:8080") @Pattern(regexp = "https?://[^\\s?#]+[^/\\s?#]")
        String url,

        @DefaultValue("Sister Cities") @NotBlank String name) {

    public String host() {
        return String.valueOf(URI.create(url).getHost());
    }

    /** The page of a story, press release or page. */
    public String story(String slug) {
        return url + "/stories/" + slug;
    }

    /** Something of this API. */
    public String api(String path) {
        return url + "/api/v1/stories" + path;
    }
}
