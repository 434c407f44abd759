package org.sistercities.content.editing;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What two revisions of a story have not in common. */
@Component
class Differences {
    private static final String BODY = "body";
    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 4_000;

    private final JsonMapper json;

    Differences(JsonMapper json) {
        this.json = json;
    }

    /**
     * The answer.
     *
     * @param properties all but the body that are not equal
     * @param body the lines of the Markdown as a unified diff; empty when they are equal
     */
    record Found(int from, int to, List<Property> properties, List<String> body) {}

    /** One property, in both revisions as clients send it; absent where it is not said. */
    record Property(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    Found between(int from, Manuscript before, int to, Manuscript after) {
        return new Found(
                from,
                to,
                properties(json.valueToTree(before), json.valueToTree(after)),
                lines(from, before, to, after));
    }

    private static List<Property> properties(JsonNode before, JsonNode after) {
        var names = new ArrayList<>(before.propertyNames());
        after.propertyNames().stream().filter(name -> !names.contains(name)).forEach(names::add);
        names.remove(BODY);
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Property(name, before.get(name), after.get(name)))
                .toList();
    }

    private static List<String> lines(int from, Manuscript before, int to, Manuscript after) {
        var old = before.body().lines().toList();
        var patch = patch(old, after.body().lines().toList());
        return UnifiedDiffUtils.generateUnifiedDiff(String.valueOf(from), String.valueOf(to), old, patch, CONTEXT);
    }

    /** Texts so long that the shortest way from one to the other would take minutes to find are compared at their ends only. */
    private static Patch<String> patch(List<String> before, List<String> after) {
        if (before.size() + after.size() <= MOST_LINES)
            return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>());
        return Ends.of(before, after).patch();
    }
}
