package org.sistercities.city.search;

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
        if (shown.regionMatches(true, 0, typed.text(), 0, typed.text().length()))
            return new Match(null, List.of(new Span(0, typed.text().length())));
        if (NameMatch.isPlain(typed, shown)) return new Match(null, Highlighting.of(typed, shown));
        return NameMatch.best(typed, entry.names())
                .map(name -> new Match(name, Highlighting.of(typed, name)))
                .orElse(NONE); // a typo: nothing of what was typed is in any name
    }
}
