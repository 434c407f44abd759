package org.sistercities.web.writing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Away;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.city.FoundCity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Cities and events as they are typed: a city by its name, after which its id stands in brackets, or by the name alone. */
@Component
class Places {
    private static final Pattern KNOWN = Pattern.compile("\\[([^\\[\\]]+)]\\s*$");

    private final Api api;

    Places(Api api) {
        this.api = api;
    }

    /** As it stands in a field: "Asiago, Veneto, Italy [gn3182744]". */
    String written(String cityId, Locale locale) {
        try {
            var city = api.get(JsonNode.class, ApiPath.of("cities", cityId));
            var country = Locale.of("", city.path("countryCode").asString("")).getDisplayCountry(locale);
            return Stream.of(city.path("name").asString(""), city.path("region").asString(""), country)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "))
                    + " [" + cityId + "]";
        } catch (NotThere | Away e) {
            return "[" + cityId + "]";
        }
    }

    /** The city that is meant: the one in brackets, or the first that is found by the name. */
    Optional<String> meant(String typed) {
        var known = KNOWN.matcher(typed);
        if (known.find()) return Optional.of(known.group(1).strip());
        var path = ApiPath.of("cities").with("q", typed).with("limit", 1);
        return api.get(FoundCity.Listed.class, path).items().stream()
                .map(FoundCity::id)
                .findFirst();
    }

    /** The id of an event that was given as its page, its address or its id. */
    String event(String typed) {
        var name = lastPart(typed);
        try {
            return api.get(JsonNode.class, ApiPath.of("events", name))
                    .path("id")
                    .asString(name);
        } catch (NotThere e) {
            return name;
        }
    }

    /** What stands last in the address of a page. */
    static String lastPart(String typed) {
        return typed.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replaceFirst("^.*/", "");
    }
}
