package org.sistercities.city.registry;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The countries of the world by code. */
@Component
public class Countries {
    private static final String FILE = "gazetteer/countries.tsv";

    private final Map<String, Country> byCode;

    Countries() {
        this.byCode =
                TabSeparated.lines(FILE).map(Countries::country).collect(toUnmodifiableMap(Country::code, identity()));
    }

    private static Country country(TabSeparated.Line line) {
        var languages = line.get("languages");
        return new Country(
                line.get("code"),
                line.get("name"),
                line.get("nativeName"),
                line.get("continent"),
                languages.isEmpty() ? List.of() : List.of(languages.split("\\|")));
    }

    public Optional<Country> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The English name of the country's continent; empty when nothing is known about it. */
    public String continentOf(String code) {
        return find(code).map(Country::continent).orElse("");
    }

    /** BCP 47 tags of the languages many speak there. */
    public List<String> languagesOf(String code) {
        return find(code).map(Country::languages).orElse(List.of());
    }

    /** The country's English name; the code itself when nothing is known about it. */
    public String nameOf(String code) {
        return find(code).map(Country::name).orElse(code);
    }
}
