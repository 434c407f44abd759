package org.sistercities.content.editing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/**
 * Every step of every story. A story holds its last step; before the next is stored in its place, it is put here under an id
 * made of the story's and its number. A crash in between leaves it in both places, where it is the same, and in none never.
 */
@Component
class Archive {
    private static final int AT_ONCE = 100;

    private final AggregateStore<Revision> revisions;

    Archive(AggregateStore<Revision> revisionStore) {
        this.revisions = revisionStore;
    }

    /** To be called before a story's next step is stored, with the state that step was decided on. */
    void keepLast(Story story) {
        var last = Revision.last(story);
        revisions.createOnce(last.id(), () -> Change.of(last));
    }

    /** The newest first. */
    Page<Revision> of(Story story, @Nullable Offset before, int limit) {
        int newest = before == null || before.items() == 0 ? story.last().number() : before.items() - 1;
        var found = between(story, newest - limit, newest);
        return Page.of(found, limit, last -> new Offset(last.step().number()));
    }

    Optional<Revision> find(Story story, int number) {
        return between(story, number, number).stream().findFirst();
    }

    /** The last words written before this step. */
    Optional<Revision> wordsBefore(Story story, int number) {
        for (int newest = number - 1; newest > 0; newest -= AT_ONCE) {
            var found = between(story, newest - AT_ONCE + 1, newest).stream()
                    .filter(revision -> revision.text() != null)
                    .findFirst();
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** Some steps, the newest first; the very last is still in the story. */
    private List<Revision> between(Story story, int oldest, int newest) {
        int last = story.last().number();
        var ids = IntStream.rangeClosed(Math.max(1, oldest), Math.min(newest, last - 1))
                .mapToObj(number -> Revision.id(story.id(), number))
                .toList();
        var kept = revisions.findAll(ids).stream().map(Stored::state);
        var own = oldest <= last && last <= newest ? Stream.of(Revision.last(story)) : Stream.<Revision>empty();
        return Stream.concat(own, kept)
                .sorted(Comparator.comparingInt(
                                (Revision revision) -> revision.step().number())
                        .reversed())
                .toList();
    }
}
