package org.sistercities.content.editing;

import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.List;

/** Two long texts compared in one go: equal at the beginning and at the end, replaced in between. */
record Ends(List<String> before, List<String> after, int head, int tail) {

    static Ends of(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) head++;
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail)))
            tail++;
        return new Ends(before, after, head, tail);
    }

    Patch<String> patch() {
        var patch = new Patch<String>();
        if (head + tail == before.size() && head + tail == after.size()) return patch;
        patch.addDelta(new ChangeDelta<>(middle(before), middle(after)));
        return patch;
    }

    private Chunk<String> middle(List<String> lines) {
        return new Chunk<>(head, lines.subList(head, lines.size() - tail));
    }
}
