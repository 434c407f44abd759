package org.sistercities.content.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * A line of the report: what has come of one item, or would. The last line has the counts, so that a report that breaks off is known
 * for one.
 *
 * @param number counts the items from 1, of so many
 * @param source what the export calls it
 * @param story the draft's id
 * @param notes what an editor should look at, such as pictures that did not come along
 * @param problem the rule that has refused it, as the type of a problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Item(
        @Nullable Integer number,
        @Nullable Integer of,
        @Nullable String source,
        @Nullable String headline,
        @Nullable Outcome outcome,
        @Nullable String story,
        List<String> notes,
        @Nullable String problem,
        @Nullable String reason,
        @Nullable Map<Outcome, Integer> counts) {

    /** What can come of an item. */
    enum Outcome {
        IMPORTED,
        WOULD_BE_IMPORTED,
        /** Imported before, and not changed by this. */
        ALREADY_THERE,
        /** No story, or one that another item of this export is already. */
        SKIPPED,
        FAILED
    }

    static Item of(int number, int of, Original original, Outcome outcome, String story, List<String> notes) {
        return new Item(
                number, of, original.source(), original.title(), outcome, story, List.copyOf(notes), null, null, null);
    }

    static Item skipped(int number, int of, Original original, String why) {
        return new Item(
                number, of, original.source(), original.title(), Outcome.SKIPPED, null, List.of(), null, why, null);
    }

    static Item failed(int number, int of, Original original, Rejection why) {
        return new Item(
                number,
                of,
                original.source(),
                original.title(),
                Outcome.FAILED,
                null,
                List.of(),
                "/problems/" + why.rule(),
                why.getMessage(),
                null);
    }

    static Item failed(int number, int of, Original original, String why) {
        return new Item(
                number, of, original.source(), original.title(), Outcome.FAILED, null, List.of(), null, why, null);
    }

    /** The rest of the export cannot be read. */
    static Item brokenOff(@Nullable String problem, String why) {
        return new Item(null, null, null, null, Outcome.FAILED, null, List.of(), problem, why, null);
    }

    static Item summary(Map<Outcome, Integer> counts) {
        return new Item(null, null, null, null, null, null, List.of(), null, null, Map.copyOf(counts));
    }
}
