package org.sistercities.content.story;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

/**
 * A story, press release or page: what visitors read, over it at most one draft, and the last step. Earlier steps are in the
 * archive. At the {@link Desk} it is written, at the {@link Press} it is published.
 *
 * @param owner the author; null for what no person has written on yet
 * @param slugs its address and then its former ones, which lead to it and are nobody else's; null before it was published
 * @param edition which translation of which story it is, while visitors can read it
 * @param due when something is to happen by itself, as text that sorts by time and is nobody else's
 * @param desk where its draft lies in the list of drafts, likewise
 * @param flagged where it lies among those to be looked at again, likewise
 */
public record Story(
        String id,
        @Nullable String owner,
        Instant draftedAt,
        @Nullable Draft draft,
        @Nullable Publication publication,
        @Nullable List<String> slugs,
        @Nullable String edition,
        Timing timing,
        @Nullable Flag flag,
        Step last,
        @Nullable String due,
        @Nullable String desk,
        @Nullable String flagged) {

    /** Whether visitors see it. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /** A new draft; {@code owner} is null when a program has written it. */
    public static Change<Story> draft(String id, @Nullable String owner, Copy copy, Instant now) {
        var by = owner == null ? Step.SYSTEM : owner;
        var first = new Step(1, Step.Act.DRAFTED, by, now, null);
        var text = copy.text();
        var story = new Story(
                id,
                owner,
                now,
                new Draft(1, copy, Draft.Stage.DRAFT, by, now),
                null,
                null,
                null,
                Timing.NONE,
                null,
                first,
                null,
                key(now, id),
                null);
        return Change.of(story, new StoryDrafted(id, text.headline(), text.cityIds(), text.partnershipIds(), now));
    }

    public Status status() {
        return publication == null ? Status.DRAFT : Status.PUBLISHED;
    }

    /** What is being worked on, else what visitors read. */
    public Copy working() {
        return draft != null
                ? draft.copy()
                : Objects.requireNonNull(publication).copy();
    }

    /** The address it is or was last read under. */
    public @Nullable String slug() {
        return slugs == null ? null : slugs.getFirst();
    }

    /** What it and its translations have in common. */
    public static String group(String id, Manuscript text) {
        return text.translationOf() == null ? id : text.translationOf();
    }

    /** Whether draft or published version names this partnership. */
    public boolean isAboutPartnership(String partnershipId) {
        return Stream.of(draft == null ? null : draft.copy(), publication == null ? null : publication.copy())
                .anyMatch(copy -> copy != null && copy.text().partnershipIds().contains(partnershipId));
    }

    public static boolean mayRead(Caller caller) {
        return caller.is(Role.AUTHOR) || caller.is(Role.EDITOR);
    }

    public Desk desk(Caller caller, Instant now) {
        return new Desk(this, caller, now);
    }

    public Press press(String by, Instant now) {
        return new Press(this, by, now);
    }

    /** Asks an editor to look at it again; asked for the same reason, nothing happens. */
    public Change<Story> flag(String reason, Instant now) {
        if (flag != null && flag.reason().equals(reason)) return Change.none(this);
        return Change.of(to(Step.Act.FLAGGED, Step.SYSTEM, now, reason)
                .flag(new Flag(reason, now))
                .done());
    }

    /** An editor has looked at it. */
    public Change<Story> unflag(String by, @Nullable String note, Instant now) {
        if (flag == null) return Change.none(this);
        return Change.of(to(Step.Act.UNFLAGGED, by, now, note).flag(null).done());
    }

    Alteration to(Step.Act act, String by, Instant now, @Nullable String note) {
        return new Alteration(this, new Step(last.number() + 1, act, by, now, note));
    }

    /** Sorts by time and is unique; without an id less than that of all later ones. */
    public static String key(Instant time, String id) {
        return "%014d-%s".formatted(time.toEpochMilli(), id);
    }
}
