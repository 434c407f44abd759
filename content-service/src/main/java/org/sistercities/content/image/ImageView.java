package org.sistercities.content.image;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.sistercities.platform.aggregate.Stored;

/** An image as those who write see it. */
record ImageView(
        String id,
        Image.Status status,
        String uploadedBy,
        Instant uploadedAt,
        @JsonUnwrapped Description description,
        int width,
        int height,
        String markdown,
        List<Picture.Source> sources) {

    static ImageView of(Stored<Image> stored) {
        var image = stored.state();
        var picture = Picture.of(image, "");
        return new ImageView(
                stored.id(),
                image.status(),
                image.by(),
                image.at(),
                image.description(),
                image.renditions().getFirst().width(),
                image.renditions().getFirst().height(),
                "![](image:" + stored.id() + ")",
                picture.sources());
    }
}
