package org.sistercities.content.editing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.markdown.Typesetter;
import org.sistercities.content.story.Copy;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Refused;
import org.sistercities.content.story.Step;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.StoryVisitor;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.StaleRevision;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/** The one way to change a story: its last step goes to the archive first, and who keeps stories in memory is shown the result. */
@Component
public class Newsroom {
    private static final String DESK = "state.desk";
    private static final String DUE = "state.due";
    private static final String FLAGGED = "state.flagged";
    private static final int TRIES = 20;

    private final AggregateStore<Story> stories;
    private final Archive archive;
    private final Typesetter typesetter;
    private final Gallery gallery;
    private final List<StoryVisitor> visitors;

    Newsroom(
            AggregateStore<Story> storyStore,
            Archive archive,
            Typesetter typesetter,
            Gallery gallery,
            List<StoryVisitor> visitors) {
        this.stories = storyStore;
        this.archive = archive;
        this.typesetter = typesetter;
        this.gallery = gallery;
        this.visitors = visitors;
    }

    /** What was written, ready for visitors. */
    public Copy copy(Manuscript text) {
        return new Copy(text, typesetter.set(text.body()));
    }

    Stored<Story> create(String id, IdempotentRequest request, Supplier<Change<Story>> born) {
        return stories.create(id, request, born);
    }

    /** A draft a program writes, once. */
    public void createOnce(String id, Supplier<Change<Story>> born) {
        stories.createOnce(id, born);
    }

    public boolean has(String id) {
        return stories.find(id).isPresent();
    }

    Stored<Story> get(String id) {
        return stories.get(id);
    }

    /**
     * A step decided on what the caller has read.
     *
     * @throws StaleRevision when it has changed since
     */
    Stored<Story> change(String id, long revision, Function<Story, Change<Story>> decision) {
        var before = stories.get(id);
        if (before.revision() != revision) throw new StaleRevision(before.revision());
        archive.keepLast(before.state());
        try {
            return shown(stories.change(id, revision, decision.andThen(this::withItsImages)));
        } catch (AlreadyExists e) {
            throw taken(decision.apply(before.state()).state());
        }
    }

    /** A step nobody has asked for, decided on whatever there is. */
    public Stored<Story> change(String id, Function<Story, Change<Story>> decision) {
        for (int tries = 1; ; tries++) {
            try {
                return change(id, stories.get(id).revision(), decision);
            } catch (StaleRevision e) {
                if (tries == TRIES) throw e;
            }
        }
    }

    /** What is to happen by itself by now, the longest due first. */
    List<Stored<Story>> due(Instant now, int limit) {
        return stories.list(lt(DUE, Story.key(now.plusMillis(1), "")), ascending(DUE), limit);
    }

    /** Stories with a draft, newest first. */
    Page<Stored<Story>> drafts(@Nullable Moment after, int limit) {
        var laid = after == null ? gt(DESK, "") : and(gt(DESK, ""), lt(DESK, Story.key(after.time(), after.id())));
        var found = stories.list(laid, descending(DESK), limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().draftedAt(), last.id()));
    }

    /** Stories that are to be published or unpublished by themselves, the next first. */
    List<Stored<Story>> scheduled(int limit) {
        return stories.list(gt(DUE, ""), ascending(DUE), limit);
    }

    /** Stories an editor should look at again, the longest flagged first. */
    List<Stored<Story>> flagged(int limit) {
        return stories.list(gt(FLAGGED, ""), ascending(FLAGGED), limit);
    }

    /** Ids of the stories, published or not, that name a partnership. Reads them all: not for hot paths. */
    public List<String> aboutPartnership(String partnershipId) {
        return stories
                .list(
                        or(
                                eq("state.draft.copy.text.partnershipIds", partnershipId),
                                eq("state.publication.copy.text.partnershipIds", partnershipId)),
                        null,
                        Integer.MAX_VALUE)
                .stream()
                .map(Stored::id)
                .toList();
    }

    /** What visitors are to read has its images; that it names them was stored before, see DeleteImage. */
    private Change<Story> withItsImages(Change<Story> change) {
        boolean appears = change.state().last().act() == Step.Act.PUBLISHED;
        var publication = change.state().publication();
        if (appears && publication != null) gallery.mustHave(publication.copy().imageIds());
        return change;
    }

    private Stored<Story> shown(Stored<Story> story) {
        visitors.forEach(visitor -> visitor.saw(story));
        return story;
    }

    /** Which of the two things no stories share it was. */
    private RuntimeException taken(Story wanted) {
        var edition = wanted.edition();
        var others = edition == null ? List.<Stored<Story>>of() : stories.list(eq("state.edition", edition), null, 1);
        return others.isEmpty() || others.getFirst().id().equals(wanted.id())
                ? new Refused.SlugTaken()
                : new Refused.LanguageTaken(java.util.Objects.requireNonNull(wanted.publication())
                        .text()
                        .language());
    }
}
