package org.sistercities.content.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.darkroom.Negative;
import org.sistercities.content.darkroom.Unusable;
import org.sistercities.content.image.Description;
import org.sistercities.content.image.UploadImage;
import org.sistercities.content.markdown.Words;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.problem.Rejection;

/**
 * The pictures of one item. Those that came along are developed and kept, the same file once however many items show it; of the others
 * the report tells. None is ever fetched.
 */
final class Album implements Phrases.Pictures {
    private static final int MOST = 100;
    private static final int TRIES = 600;
    private static final long PAUSE = 200; // ms

    private final Parcel parcel;
    private final @Nullable UploadImage images;
    private final String by;
    private final String headline;
    private final List<String> notes = new ArrayList<>();
    private int found;

    /** @param images null for a dry run, which looks at pictures but keeps none */
    Album(Parcel parcel, @Nullable UploadImage images, String by, String headline) {
        this.parcel = parcel;
        this.images = images;
        this.by = by;
        this.headline = headline;
    }

    /** What an editor should look at. */
    List<String> notes() {
        return notes;
    }

    @Override
    public Optional<Found> find(String address, String alt, String caption) {
        var picture = parcel.picture(address);
        if (picture.isEmpty()) {
            note("Not in the upload, kept as a link: " + address);
            return Optional.empty();
        }
        if (++found > MOST) {
            note("More pictures than a story has, kept as a link: " + address);
            return Optional.empty();
        }
        try {
            return Optional.of(picture.get().once(file -> kept(file, alt, caption, address)));
        } catch (IOException e) {
            note("Damaged in the archive, kept as a link: " + address);
        } catch (Refusal.UnsafeArchive e) {
            throw e;
        } catch (Rejection e) {
            note("Kept as a link, because %s: %s".formatted(e.getMessage(), address));
        }
        return Optional.empty();
    }

    private Found kept(byte[] file, String alt, String caption, String address) {
        var id = IdempotentRequest.sha256("imported " + new String(file, ISO_8859_1))
                .substring(0, 32);
        var _ = Negative.of(file); // refuses what is no picture, in a dry run, too
        if (alt.isBlank()) note("Says not what it shows: " + address);
        if (images == null) return new Found(id, caption);
        var said = new Description(
                Words.shortened(alt.isBlank() ? "Picture of “" + headline + "”" : alt, 900),
                caption.isBlank() ? null : Words.shortened(caption, 1_900),
                null,
                List.of(),
                null,
                null);
        return new Found(id, Objects.requireNonNullElse(patiently(images, id, said, file), ""));
    }

    /** Its caption, which may be an earlier one. Authors' uploads go first when the darkroom is full. */
    private @Nullable String patiently(UploadImage keeper, String id, Description said, byte[] file) {
        for (int tries = 1; ; tries++) {
            try {
                var image = keeper.keep(id, by, said, file);
                if (!image.isPresent()) throw new DeletedHere();
                return image.description().caption();
            } catch (Unusable.TooManyUploads e) {
                if (tries == TRIES) throw e;
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable.TooManyUploads();
        }
    }

    private void note(String what) {
        if (notes.size() < MOST) notes.add(Words.shortened(what, 500));
    }

    /** Somebody did not want it any more. */
    private static final class DeletedHere extends Rejection {
        DeletedHere() {
            super(Reason.CONFLICT, "it was deleted here");
        }
    }
}
