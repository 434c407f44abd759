package org.sistercities.content.image;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.sistercities.content.darkroom.Darkroom;
import org.sistercities.content.darkroom.Negative;
import org.sistercities.content.darkroom.Print;
import org.sistercities.content.darkroom.Unusable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.server.WholeBody;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/** Receives a file, makes prints of it, stores them, and only then the image that names them: a crash leaves files nobody sees. */
@Component
public class UploadImage {
    private final AggregateStore<Image> images;
    private final ImageStore files;
    private final Darkroom darkroom;
    private final Gallery gallery;
    private final Clock clock;
    private final Semaphore places;
    private final int largest;

    UploadImage(
            AggregateStore<Image> imageStore,
            ImageStore files,
            Darkroom darkroom,
            Gallery gallery,
            Clock clock,
            ImagesProperties properties) {
        this.images = imageStore;
        this.files = files;
        this.darkroom = darkroom;
        this.gallery = gallery;
        this.clock = clock;
        this.places = new Semaphore(properties.uploads());
        this.largest = Math.toIntExact(properties.largest().toBytes());
    }

    /**
     * The new image, or the one that this key stands for.
     *
     * @throws Unusable.TooManyUploads when there is no memory for it now
     * @throws ContentTooLargeException when it has more bytes than an image may have
     */
    Stored<Image> upload(IdempotencyKey key, String by, Description description, Flux<DataBuffer> body) {
        if (!places.tryAcquire()) throw new Unusable.TooManyUploads();
        try {
            return upload(key, by, description, WholeBody.of(body, largest));
        } finally {
            places.release();
        }
    }

    /**
     * A file that a program has: the image under this id, made of the file when there is none yet.
     *
     * @throws Unusable.TooManyUploads when there is no memory for it now
     */
    public Image keep(String id, String by, Description description, byte[] file) {
        if (!places.tryAcquire()) throw new Unusable.TooManyUploads();
        try {
            return gallery.saw(images.createOnce(
                            id,
                            () -> Image.uploaded(
                                    id,
                                    by,
                                    stored(id, darkroom.develop(Negative.of(file))),
                                    description,
                                    clock.instant())))
                    .state();
        } finally {
            places.release();
        }
    }

    private Stored<Image> upload(IdempotencyKey key, String by, Description description, byte[] file) {
        var id = key.idIn("images of " + by);
        var request = key.of(description + Print.hash(file));
        return gallery.saw(images.create(id, request, () -> {
            var prints = darkroom.develop(Negative.of(file));
            return Image.uploaded(id, by, stored(id, prints), description, clock.instant());
        }));
    }

    private List<Image.Rendition> stored(String id, List<Print> prints) {
        return prints.stream()
                .map(print -> new Image.Rendition(
                        files.put(id + "/" + print.hash(), print.bytes()),
                        print.hash() + "." + print.format().extension(),
                        print.format().mediaType(),
                        print.width(),
                        print.height(),
                        print.bytes().length))
                .toList();
    }
}
