package org.sistercities.content.frontpage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sistercities.content.editing.PreviewLinks;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Front pages before they are seen, for whom an editor gives the link to. */
@RestController
@RequestMapping("/api/v1/front-page/editions/{id}")
class EditionPreviewController {
    private static final Duration LASTS = Duration.ofDays(7);

    private final Editions editions;
    private final Composition composition;
    private final PreviewLinks links;
    private final Clock clock;

    EditionPreviewController(Editions editions, Composition composition, PreviewLinks links, Clock clock) {
        this.editions = editions;
        this.composition = composition;
        this.links = links;
        this.clock = clock;
    }

    /** A link for people without an account, as a path of this API. */
    record Link(String url, Instant until) {}

    @AllowedFor(Role.EDITOR)
    @PostMapping("/preview-links")
    ResponseEntity<Link> link(@PathVariable String id) {
        editions.get(id);
        var until = clock.instant().plus(LASTS).truncatedTo(ChronoUnit.SECONDS);
        var url = "/api/v1/front-page/editions/" + id + "/preview?token=" + links.token(subject(id), until);
        return ResponseEntity.created(URI.create(url)).body(new Link(url, until));
    }

    /** The page as it would be now; nobody keeps it. */
    @Public
    @GetMapping("/preview")
    ResponseEntity<FrontPage> preview(@PathVariable String id, @RequestParam String token) {
        links.check(subject(id), token, clock.instant());
        var edition = editions.get(id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(composition.page(edition, composition.of(edition.state())));
    }

    /** No story has such an id. */
    private static String subject(String id) {
        return "front-page/" + id;
    }
}
