package org.sistercities.content.image;

import java.time.Clock;
import java.util.List;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Deletes an image that nothing shows. First nothing new can use it, then it is seen whether something does, then its files go, then
 * the image. Whoever publishes has stored what is to be published before, and asks for its images after that: one of the two
 * sees the other. What a crash leaves half done is done when asked again.
 */
@Component
class DeleteImage {
    private final AggregateStore<Image> images;
    private final ImageStore files;
    private final Gallery gallery;
    private final List<ImageUse> uses;
    private final Clock clock;

    DeleteImage(AggregateStore<Image> imageStore, ImageStore files, Gallery gallery, List<ImageUse> uses, Clock clock) {
        this.images = imageStore;
        this.files = files;
        this.gallery = gallery;
        this.uses = uses;
        this.clock = clock;
    }

    /** @throws ImageInUse when something shows it */
    void delete(String id, long revision, Caller caller) {
        var leaving = gallery.saw(images.change(id, revision, image -> image.leave(caller, clock.instant())));
        for (var use : uses)
            use.of(id).ifPresent(user -> {
                gallery.saw(images.change(id, image -> image.stay(clock.instant())));
                throw new ImageInUse(user);
            });
        leaving.state().renditions().forEach(rendition -> files.remove(rendition.key()));
        gallery.saw(images.change(id, image -> image.go(clock.instant())));
    }

    /** Something shows the image, or is going to. */
    static final class ImageInUse extends Rejection {
        ImageInUse(String user) {
            super(Reason.CONFLICT, "The image is used by " + user + ".");
            with("usedBy", user);
        }
    }
}
