package org.sistercities.content.image;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.darkroom.Print;
import org.sistercities.content.site.Conditional;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.security.Public;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pictures themselves. An address has the hash of its bytes in it, so whoever has them never asks again. */
@RestController
@RequestMapping("/api/v1/images/{id}/{name}")
@Public
class RenditionController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Gallery gallery;
    private final ImageStore files;
    private final Cache<String, byte[]> kept;

    RenditionController(Gallery gallery, ImageStore files, ImagesProperties properties) {
        this.gallery = gallery;
        this.files = files;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.kept().toBytes())
                .<String, byte[]>weigher((_, bytes) -> bytes.length)
                .build();
    }

    @GetMapping
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var rendition = gallery.find(id)
                .flatMap(image -> image.rendition(name))
                .orElseThrow(() -> new NoSuchAggregate("image", id + "/" + name));
        var etag = "\"" + rendition.hash() + "\"";
        var answer = ResponseEntity.status(Conditional.isKnown(etag, known) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(etag)
                .cacheControl(FOR_EVER);
        if (Conditional.isKnown(etag, known)) return answer.build();
        return answer.contentType(MediaType.parseMediaType(rendition.mediaType()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(bytes(rendition));
    }

    private byte[] bytes(Image.Rendition rendition) {
        var bytes = kept.getIfPresent(rendition.key());
        if (bytes != null) return bytes;
        var read = files.get(rendition.key()).orElseThrow(() -> new NoSuchAggregate("image", rendition.name()));
        if (!Print.hash(read).equals(rendition.hash())) throw new ImagesAway(); // half of it came
        kept.put(rendition.key(), read);
        return read;
    }
}
