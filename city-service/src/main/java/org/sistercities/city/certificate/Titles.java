package org.sistercities.city.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Kind;
import org.springframework.core.io.ClassPathResource;

/** What a partnership is called on its certificate, in the languages we know it in. */
final class Titles {
    private static final String FILE = "certificate/titles.tsv";

    private final Map<String, List<String>> byLanguage = new HashMap<>();
    private final List<String> header;

    Titles() {
        try {
            var lines = new ClassPathResource(FILE).getContentAsString(UTF_8).lines();
            var rows = lines.map(line -> List.of(line.split("\t", -1))).toList();
            this.header = rows.getFirst();
            rows.stream().skip(1).forEach(row -> byLanguage.put(row.getFirst(), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The titles in these languages as far as we know them; the English one when we know none. */
    List<String> of(Kind kind, Collection<String> languages) {
        var known = languages.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .distinct()
                .flatMap(language -> title(kind, language))
                .distinct()
                .toList();
        return known.isEmpty() ? title(kind, "en").toList() : known;
    }

    private Stream<String> title(Kind kind, String language) {
        var row = byLanguage.getOrDefault(language, List.of());
        return row.isEmpty()
                ? Stream.of()
                : Stream.of(row.get(header.indexOf(kind.name()))).filter(title -> !title.isEmpty());
    }
}
