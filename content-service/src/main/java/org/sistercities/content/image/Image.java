package org.sistercities.content.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

/**
 * A picture, its renditions and what is said about it. What was sent is not kept: the widest rendition is the original.
 *
 * @param by who uploaded it, and when
 * @param renditions the widest first; none when it is gone
 */
public record Image(
        String id,
        String by,
        Instant at,
        Status status,
        List<Rendition> renditions,
        Description description,
        String changed)
        implements Dated {

    /** Whether it can be used. */
    public enum Status {
        PRESENT,
        /** Somebody wants it gone; it is being seen whether a story uses it. Nothing new can use it. */
        LEAVING,
        GONE
    }

    /**
     * The picture in one size.
     *
     * @param key where its bytes are stored
     * @param name the last segment of its address: a hash of the bytes, and the format's extension
     * @param bytes how many
     */
    public record Rendition(String key, String name, String mediaType, int width, int height, int bytes) {

        /** The name without its extension. */
        public String hash() {
            return name.substring(0, name.indexOf('.'));
        }
    }

    static Change<Image> uploaded(
            String id, String by, List<Rendition> renditions, Description description, Instant now) {
        return Change.of(new Image(id, by, now, Status.PRESENT, renditions, description, Dated.key(now, id)));
    }

    /** Says something else about it. */
    Change<Image> describe(Description description, Caller caller, Instant now) {
        mayChange(caller);
        if (status != Status.PRESENT) throw new ImageMissing(id);
        if (description.equals(this.description)) return Change.none(this);
        return Change.of(new Image(id, by, at, status, renditions, description, Dated.key(now, id)));
    }

    /** From now on nothing new uses it. */
    Change<Image> leave(Caller caller, Instant now) {
        mayChange(caller);
        return to(Status.LEAVING, now);
    }

    /** It is used, and stays. */
    Change<Image> stay(Instant now) {
        return status == Status.LEAVING ? to(Status.PRESENT, now) : Change.none(this);
    }

    /** Nothing is left of it but that it was there. */
    Change<Image> go(Instant now) {
        return Change.of(new Image(id, by, at, Status.GONE, List.of(), Description.of(""), Dated.key(now, id)));
    }

    public boolean isPresent() {
        return status == Status.PRESENT;
    }

    Optional<Rendition> rendition(String name) {
        return renditions.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private Change<Image> to(Status next, Instant now) {
        if (next == status) return Change.none(this);
        return Change.of(new Image(id, by, at, next, renditions, description, Dated.key(now, id)));
    }

    private void mayChange(Caller caller) {
        if (!caller.is(Role.EDITOR) && !caller.name().equals(by)) throw new AnotherAuthorsImage();
    }

    /** An author's images are changed by that author, and by editors. */
    static final class AnotherAuthorsImage extends Rejection {
        AnotherAuthorsImage() {
            super(Reason.NOT_ALLOWED, "It is another author's; ask an editor.");
        }
    }
}
