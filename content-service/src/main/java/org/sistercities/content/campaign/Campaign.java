package org.sistercities.content.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.markdown.Rendition;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/**
 * A campaign. Editors change a published one in place: it is a few lines, and its block is meant to be the same everywhere.
 *
 * @param slug no other campaign's, published or not
 * @param publishedAt null while it is a draft
 */
public record Campaign(
        String id,
        Appeal appeal,
        Rendition text,
        String slug,
        @Nullable Instant publishedAt,
        String by,
        String changed) implements Dated {

    /** No address, and one under which something else is found. */
    private static final Set<String> RESERVED = Set.of("", "desk");

    /** Whether visitors see it. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /** Where a day lies in a campaign's period. */
    public enum Phase {
        COMING,
        RUNNING,
        OVER
    }

    static Change<Campaign> draft(String id, Appeal appeal, Rendition text, String by, Instant now) {
        return Change.of(written(id, appeal, text, null, by, now));
    }

    Change<Campaign> revise(Appeal other, Rendition otherText, String by, Instant now) {
        if (other.equals(appeal)) return Change.none(this);
        return Change.of(written(id, other, otherText, publishedAt, by, now));
    }

    /** Visitors see it. */
    Change<Campaign> publish(String by, Instant now) {
        return publishedAt != null ? Change.none(this) : Change.of(written(id, appeal, text, now, by, now));
    }

    /** They see it no longer. */
    Change<Campaign> unpublish(String by, Instant now) {
        return publishedAt == null ? Change.none(this) : Change.of(written(id, appeal, text, null, by, now));
    }

    /** As it was before a step that is taken back. */
    Change<Campaign> back(Campaign before, Instant now) {
        return Change.of(written(id, before.appeal, before.text, before.publishedAt, before.by, now));
    }

    private static Campaign written(
            String id, Appeal appeal, Rendition text, @Nullable Instant publishedAt, String by, Instant now) {
        var from = appeal.from();
        var until = appeal.until();
        if (from != null && until != null && until.isBefore(from)) throw new PeriodEndsBeforeItBegins();
        if (RESERVED.contains(appeal.address())) throw new NoAddress();
        return new Campaign(id, appeal, text, appeal.address(), publishedAt, by, Dated.key(now, id));
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public Status status() {
        return isPublished() ? Status.PUBLISHED : Status.DRAFT;
    }

    public Phase phase(LocalDate day) {
        if (appeal.from() != null && day.isBefore(appeal.from())) return Phase.COMING;
        return appeal.until() != null && day.isAfter(appeal.until()) ? Phase.OVER : Phase.RUNNING;
    }

    List<String> imageIds() {
        return Stream.concat(Stream.ofNullable(appeal.image()), text.imageIds().stream())
                .distinct()
                .toList();
    }

    /** Its last day is before its first. */
    static final class PeriodEndsBeforeItBegins extends Rejection {
        PeriodEndsBeforeItBegins() {
            super(Reason.INVALID, "The campaign ends before it begins.");
        }
    }

    /** No address can be made of it, or one that leads elsewhere. */
    static final class NoAddress extends Rejection {
        NoAddress() {
            super(Reason.INVALID, "No address can be made of this name or slug; choose another slug.");
        }
    }
}
