package org.sistercities.city.matches;

import java.text.ListFormat;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.seeking.Theme;

/** The language reasons are said in. */
enum Wording {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale locale;

    Wording(Locale locale) {
        this.locale = locale;
    }

    /**
     * The one a reader likes best of those there are; English when there is none.
     *
     * @param accepted the header Accept-Language; what cannot be read says nothing
     */
    static Wording of(@Nullable String accepted) {
        try {
            var ranges = Locale.LanguageRange.parse(Objects.requireNonNullElse(accepted, "en"));
            return Locale.GERMAN.equals(Locale.lookup(ranges, LANGUAGES)) ? GERMAN : ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** As a BCP 47 tag. */
    String language() {
        return locale.toLanguageTag();
    }

    String say(String reason, Object... of) {
        return new MessageFormat(text(reason), locale).format(of);
    }

    /** Read once and kept by the JDK. */
    private String text(String key) {
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("matches/reasons", locale, control).getString(key);
    }

    /** A country by its ISO code. */
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** Languages by their BCP 47 tags. */
    String languages(List<String> tags) {
        return list(tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(locale))
                .toList());
    }

    String themes(List<Theme> themes) {
        return list(themes.stream().map(theme -> text(theme.name())).toList());
    }

    /** As in a sentence: A, B and C. */
    String list(List<String> names) {
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(names);
    }
}
