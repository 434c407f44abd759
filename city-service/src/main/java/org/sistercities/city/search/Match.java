package org.sistercities.city.search;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which of its names a city was found.
 *
 * @param otherName null when it is the one that is shown
 * @param highlights what of that name was typed
 */
record Match(@Nullable String otherName, List<Span> highlights) {
    private static final Match NONE = new Match(null, List.of());

    /** A part of a name, in UTF-16 units: {@code end} is behind it. */
    record Span(int start, int end) {}

    static Match of(Typed typed, Entry entry) {
        if (typed.blank()) return NONE;
        var shown = entry.city().name();
        // mostly it is written as it was typed: to see so costs far less than to fold every name
        if (typed.begins(shown)) return new Match(null, beginning(typed));
        if (NameMatch.isPlain(typed, shown)) return new Match(null, Highlighting.of(typed, shown));
        return entry.names().stream()
                .filter(typed::begins)
                .min(Comparator.comparingInt(String::length))
                .or(() -> NameMatch.best(typed, entry.names()))
                .map(name -> new Match(name, typed.begins(name) ? beginning(typed) : Highlighting.of(typed, name)))
                .orElse(NONE); // a typo: nothing of what was typed is in any name
    }

    private static List<Span> beginning(Typed typed) {
        return List.of(new Span(0, typed.text().length()));
    }
}
