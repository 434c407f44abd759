package org.sistercities.content.editing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.sistercities.content.image.Figures;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.Picture;
import org.sistercities.content.markdown.Typesetter;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What words that are not kept yet would look like. */
@RestController
@RequestMapping("/api/v1/stories")
@AllowedFor({Role.AUTHOR, Role.EDITOR})
class RenderingController {
    private final Typesetter typesetter;
    private final Gallery gallery;

    RenderingController(Typesetter typesetter, Gallery gallery) {
        this.typesetter = typesetter;
        this.gallery = gallery;
    }

    /** Markdown. */
    record Words(@NotNull @Size(max = 200_000) String body) {}

    /** The same as visitors would read it, and how a list would quote it. */
    record Rendered(String html, String opening) {}

    /** Sets a text, as it would be set when it is kept; nothing is. */
    @PostMapping("/rendering")
    ResponseEntity<Rendered> render(@Valid @RequestBody Words words) {
        var set = typesetter.set(words.body());
        var html = Figures.in(set.html(), id -> gallery.find(id).map(image -> Picture.of(image, "")));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Rendered(html, set.opening()));
    }
}
