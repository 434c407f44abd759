package org.sistercities.content.frontpage;

import org.jspecify.annotations.Nullable;
import org.sistercities.content.reading.Pages;
import org.sistercities.content.reading.Reading;
import org.sistercities.content.site.Conditional;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.security.Public;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The front page in one call, from memory. */
@RestController
@RequestMapping("/api/v1/front-page")
@Public
class FrontPageController {
    private final Editions editions;
    private final Composition composition;
    private final Reading reading;
    private final Pages pages;
    private final JsonMapper json;

    FrontPageController(Editions editions, Composition composition, Reading reading, Pages pages, JsonMapper json) {
        this.editions = editions;
        this.composition = composition;
        this.reading = reading;
        this.pages = pages;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<byte[]> frontPage(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        reading.mustBeReady();
        var edition = editions.current().orElseThrow(() -> new NoSuchAggregate("front page", "now"));
        var slots = composition.of(edition.state());
        var etag = Conditional.tag(composition.state(edition, slots));
        return Conditional.answer(
                etag,
                known,
                MediaType.APPLICATION_JSON,
                () -> pages.kept(etag, () -> json.writeValueAsBytes(composition.page(edition, slots))));
    }
}
