package org.sistercities.content.story;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Draft.Stage;
import org.sistercities.content.story.Step.Act;
import org.sistercities.contracts.ContentDomainEvent.StoryChanged;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.contracts.ContentDomainEvent.StoryUnpublished;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/** Where a story becomes public, or ceases to be: by an editor's hand or by itself, at its time. */
public record Press(Story story, String by, Instant now) {
    /** No address, and those under which other things are found. */
    private static final Set<String> RESERVED = Set.of(
            "", "drafts", "flagged", "scheduled", "search", "feeds", "sitemaps", "translations", "series", "tags");

    private static final int MOST_SLUGS = 50;

    /**
     * The draft becomes what visitors read; nothing happens when there is none over it.
     *
     * @throws Refused.NothingToRead when there is no text
     * @throws Refused.DatelineMissing when a press release does not say where and when it was given out
     * @throws Refused.UnderEmbargo when it is too early
     * @throws Refused.SlugTaken when no address can be made for it
     */
    public Change<Story> publish(@Nullable String note) {
        var draft = story.draft();
        if (draft == null) return Change.none(story);
        mayAppear(draft.copy().text(), now);
        var published = story.to(Act.PUBLISHED, by, now, note)
                .published(publication(draft), addresses(draft.copy().text()))
                .timing(story.timing().withoutPublishing())
                .flag(null)
                .done();
        return new Change<>(published, List.of(news(published)));
    }

    /** Visitors read it no longer; what they read becomes the draft, unless there is one already. */
    public Change<Story> unpublish(@Nullable String note) {
        var publication = story.publication();
        if (publication == null) return Change.none(story);
        var draft = story.draft() != null
                ? story.draft()
                : new Draft(publication.version(), publication.copy(), Stage.DRAFT, by, now);
        var hidden = story.to(Act.UNPUBLISHED, by, now, note)
                .draft(draft)
                .unpublished()
                .timing(Timing.NONE)
                .done();
        return Change.of(hidden, new StoryUnpublished(story.id(), slug(), now));
    }

    /**
     * What is to happen by itself from now on, in place of what was; an editor who says when to publish has approved.
     *
     * @throws Refused.TimesDoNotFit when a time is not ahead, or nothing would be there to publish or unpublish
     */
    public Change<Story> schedule(Timing timing) {
        var publishAt = timing.publishAt();
        var unpublishAt = timing.unpublishAt();
        var draft = story.draft();
        if (publishAt != null) {
            if (draft == null) throw new Refused.NoDraft();
            if (!publishAt.isAfter(now)) throw new Refused.TimesDoNotFit("publishAt is not ahead");
            mayAppear(draft.copy().text(), publishAt);
            draft = draft.at(Stage.APPROVED);
        }
        if (unpublishAt != null) {
            if (publishAt == null && story.publication() == null)
                throw new Refused.TimesDoNotFit("nothing would be there to unpublish");
            if (!unpublishAt.isAfter(publishAt == null ? now : publishAt))
                throw new Refused.TimesDoNotFit("unpublishAt is not after publication");
        }
        if (timing.equals(story.timing())) return Change.none(story);
        return Change.of(story.to(Act.SCHEDULED, by, now, null)
                .timing(timing)
                .draft(draft)
                .done());
    }

    /** Does what is due by now; nothing happens when nothing is. */
    public Change<Story> onTime() {
        var timing = story.timing();
        if (isDue(timing.unpublishAt())) {
            if (story.publication() != null) return unpublish("on time");
            return notPublished("its time was over before it could be published");
        }
        if (!isDue(timing.publishAt())) return Change.none(story);
        try {
            return publish("on time");
        } catch (Rejection e) {
            return notPublished(e.getMessage());
        }
    }

    /** It was to be published and cannot be: an editor should look at it. */
    public Change<Story> notPublished(@Nullable String why) {
        var reason = "Not published on time: " + why;
        return Change.of(story.to(Act.NOT_PUBLISHED, by, now, reason)
                .timing(Timing.NONE)
                .flag(new Flag(reason, now))
                .done());
    }

    private boolean isDue(@Nullable Instant time) {
        return time != null && !time.isAfter(now);
    }

    private static void mayAppear(Manuscript text, Instant at) {
        if (text.body().isBlank()) throw new Refused.NothingToRead();
        if (text.kind() == Manuscript.Kind.PRESS_RELEASE && text.dateline() == null)
            throw new Refused.DatelineMissing();
        if (text.embargoUntil() != null && at.isBefore(text.embargoUntil()))
            throw new Refused.UnderEmbargo(text.embargoUntil());
    }

    /** Of now, or of the day the editors say, if that is another. */
    private Publication publication(Draft draft) {
        var first = story.publication() == null ? now : story.publication().at();
        var said = draft.copy().text().publishedOn();
        var at = said == null || said.equals(first.atZone(UTC).toLocalDate())
                ? first
                : said.atStartOfDay(UTC).toInstant();
        return new Publication(draft.version(), draft.copy(), at, now);
    }

    /** The new address first; those it had lead to it, however often it moves. */
    private List<String> addresses(Manuscript text) {
        var known = story.slugs() == null ? List.<String>of() : story.slugs();
        var slug = text.slug();
        if (slug == null) slug = known.isEmpty() ? Slug.of(text.headline()) : known.getFirst();
        if (RESERVED.contains(slug)) throw new Refused.SlugTaken();
        var all = new ArrayList<>(known);
        all.remove(slug);
        all.addFirst(slug);
        if (all.size() > MOST_SLUGS) throw new Refused.TooManyAddresses();
        return List.copyOf(all);
    }

    private DomainEvent news(Story published) {
        var told = announced(published);
        var before = story.publication() == null ? null : announced(story);
        return told.equals(before) ? new StoryChanged(story.id(), told.slug(), now) : told;
    }

    private StoryPublished announced(Story published) {
        var publication = published.publication();
        if (publication == null) throw new IllegalStateException("nothing is published");
        var text = publication.text();
        var since = publication.at().equals(now) ? null : publication.at();
        return new StoryPublished(
                published.id(),
                String.valueOf(published.slug()),
                text.headline(),
                text.cityIds(),
                text.partnershipIds(),
                since,
                text.kind().name(),
                text.language(),
                now);
    }

    private String slug() {
        return String.valueOf(story.slug());
    }
}
