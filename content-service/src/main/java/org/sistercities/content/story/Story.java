package org.sistercities.content.story;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

/** A story or press release: a draft until an editor publishes it, then everybody's to read under its slug. */
public record Story(
        String id,
        Manuscript text,
        Instant draftedAt,
        @Nullable Publication publication) {
    private static final Set<String> RESERVED = Set.of("", "drafts"); // no address, and the address of the drafts

    /**
     * Where and since when visitors read it.
     *
     * @param slug no other story's, and never changed
     * @param at when it was published, or the start of the day editors gave for a story of earlier days
     */
    public record Publication(String slug, Instant at) {}

    /** Whether visitors see it. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /** A new draft. */
    public static Change<Story> draft(String id, Manuscript text, Instant now) {
        return Change.of(
                new Story(id, text, now, null),
                new StoryDrafted(id, text.headline(), text.cityIds(), text.partnershipIds(), now));
    }

    public Status status() {
        return publication == null ? Status.DRAFT : Status.PUBLISHED;
    }

    /** Published stories are everybody's; drafts are for those who work on them. */
    boolean visibleTo(Caller caller) {
        return publication != null || caller.is(Role.AUTHOR) || caller.is(Role.EDITOR);
    }

    /**
     * Replaces what is written. A published story keeps its slug, and its day when none is given; it is announced again when what
     * was announced has changed.
     *
     * @throws PublishedIsForEditors when it is published and the caller is only an author
     * @throws SlugIsPublished when it is published under another slug
     */
    Change<Story> revise(Manuscript text, Caller caller, Instant now) {
        if (publication == null) return Change.of(new Story(id, text, draftedAt, null));
        if (!caller.is(Role.EDITOR)) throw new PublishedIsForEditors();
        if (text.slug() != null && !text.slug().equals(publication.slug()))
            throw new SlugIsPublished(publication.slug());
        var revised = published(text, publication.slug(), publication.at());
        var announced = revised.announced(publication.slug(), now);
        return announced.equals(announced(publication.slug(), now))
                ? Change.of(revised)
                : Change.of(revised, announced);
    }

    /**
     * Shows it to everybody; nothing happens when it is published already.
     *
     * @throws NothingToRead when there is no text
     * @throws DatelineMissing when a press release does not say where and when it was given out
     * @throws SlugTaken when no address can be made for it
     */
    Change<Story> publish(Instant now) {
        if (publication != null) return Change.none(this);
        if (text.body().isBlank()) throw new NothingToRead();
        if (text.kind() == Manuscript.Kind.PRESS_RELEASE && text.dateline() == null) throw new DatelineMissing();
        var slug = text.slugOrHeadline();
        if (RESERVED.contains(slug)) throw new SlugTaken();
        var published = published(text, slug, now);
        return Change.of(published, published.announced(slug, now));
    }

    private StoryPublished announced(String slug, Instant now) {
        var since = publication == null || publication.at().equals(now) ? null : publication.at();
        return new StoryPublished(
                id, slug, text.headline(), text.cityIds(), text.partnershipIds(), since, null, null, now);
    }

    /** Published at that time, or on the day the editors say, if that is another. */
    private Story published(Manuscript text, String slug, Instant at) {
        var on = text.publishedOn() != null ? text.publishedOn() : day(at);
        var since = on.equals(day(at)) ? at : on.atStartOfDay(UTC).toInstant();
        return new Story(id, text.published(slug, on), draftedAt, new Publication(slug, since));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, UTC);
    }

    /** A published story is changed by editors only. */
    public static final class PublishedIsForEditors extends Rejection {
        PublishedIsForEditors() {
            super(Reason.NOT_ALLOWED, "It is published; ask an editor to change it.");
        }
    }

    /** A published story keeps the address readers know. */
    public static final class SlugIsPublished extends Rejection {
        SlugIsPublished(String slug) {
            super(Reason.CONFLICT, "It is published as " + slug + "; that address stays.");
        }
    }

    /** A story without text is not published. */
    public static final class NothingToRead extends Rejection {
        NothingToRead() {
            super(Reason.INVALID, "There is no text to publish.");
        }
    }

    /** A press release says where and when it was given out. */
    public static final class DatelineMissing extends Rejection {
        DatelineMissing() {
            super(Reason.INVALID, "A press release needs a dateline.");
        }
    }

    /** Another story has this slug, or none can. */
    public static final class SlugTaken extends Rejection {
        SlugTaken() {
            super(Reason.CONFLICT, "This slug, or the one its headline makes, is taken; choose another one.");
        }
    }
}
