package org.sistercities.content.image;

import java.util.Collection;
import java.util.Optional;
import org.sistercities.content.mirror.Mirror;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All images, without their bytes, in this replica's memory; what another replica has changed is seen within two seconds. */
@Component
public class Gallery {
    private final AggregateStore<Image> images;
    private final Mirror<Image> seen;

    Gallery(AggregateStore<Image> imageStore) {
        this.images = imageStore;
        this.seen = new Mirror<>(imageStore);
    }

    /** An image that is not gone; one this replica has not seen yet is read from the database. */
    public Optional<Image> find(String id) {
        return seen.find(id)
                .or(() -> images.find(id).map(this::saw))
                .map(Stored::state)
                .filter(image -> image.status() != Image.Status.GONE);
    }

    /** What changes when something is said about the image, or it goes; from memory alone. */
    public long revision(String id) {
        return seen.find(id).map(Stored::revision).orElse(0L);
    }

    /**
     * Returns when all of them are there to be shown to everybody, as the database has it.
     *
     * @throws ImageMissing when one is not
     */
    public void mustHave(Collection<String> ids) {
        for (var id : ids)
            if (images.find(id)
                    .map(this::saw)
                    .map(Stored::state)
                    .filter(Image::isPresent)
                    .isEmpty()) throw new ImageMissing(id);
    }

    Stored<Image> saw(Stored<Image> image) {
        return seen.saw(image);
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        seen.look();
    }
}
