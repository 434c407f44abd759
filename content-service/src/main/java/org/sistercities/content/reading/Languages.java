package org.sistercities.content.reading;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Which translation a reader wants (RFC 4647, lookup). */
final class Languages {
    private static final int LONGEST_HEADER = 500;

    private Languages() {}

    /**
     * The one that suits best; the original when none does, or the first.
     *
     * @param accepted the header Accept-Language; what cannot be read says nothing
     * @param stories translations of each other, at least one
     */
    static Teaser best(List<Teaser> stories, @Nullable String accepted) {
        var wanted = Locale.lookupTag(
                ranges(accepted), stories.stream().map(Teaser::language).toList());
        return stories.stream()
                .filter(story -> story.language().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> stories.stream()
                        .filter(story -> story.id().equals(story.group()))
                        .findFirst())
                .orElse(stories.getFirst());
    }

    private static List<LanguageRange> ranges(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST_HEADER) return List.of();
        try {
            return LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
