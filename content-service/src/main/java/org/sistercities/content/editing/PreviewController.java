package org.sistercities.content.editing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Gallery;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts shown to people without an account, for some time. */
@RestController
@RequestMapping("/api/v1/stories/{id}")
class PreviewController {
    private static final int A_WEEK = 168;

    private final Newsroom newsroom;
    private final PreviewLinks links;
    private final Gallery gallery;
    private final Clock clock;

    PreviewController(Newsroom newsroom, PreviewLinks links, Gallery gallery, Clock clock) {
        this.newsroom = newsroom;
        this.links = links;
        this.gallery = gallery;
        this.clock = clock;
    }

    /** How long the link is to be good; a week when nobody says. */
    record MakeLink(@Nullable @Min(1) @Max(720) Integer hours) {}

    /** The link, as a path of this API. */
    record Link(String url, Instant until) {}

    /** A link to what the draft is whenever it is followed. */
    @AllowedFor({Role.AUTHOR, Role.EDITOR})
    @PostMapping("/preview-links")
    ResponseEntity<Link> link(
            @PathVariable String id, @Valid @RequestBody(required = false) @Nullable MakeLink request) {
        newsroom.get(id);
        int hours = request == null || request.hours() == null ? A_WEEK : request.hours();
        var until = clock.instant().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
        var url = "/api/v1/stories/" + id + "/preview?token=" + links.token(id, until);
        return ResponseEntity.created(URI.create(url)).body(new Link(url, until));
    }

    /** The draft, or the published version when there is none; nobody keeps it. */
    @Public
    @GetMapping("/preview")
    ResponseEntity<Preview> preview(@PathVariable String id, @RequestParam String token) {
        links.check(id, token, clock.instant());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(Preview.of(newsroom.get(id), gallery));
    }
}
