package org.sistercities.city.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.CitySummary;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Linked data in the words of schema.org, which has none for sister cities: a partnership is an organization that serves its
 * cities. A city of GeoNames goes by the address it has there.
 */
@Component
class JsonLdFormat implements ExportFormat {
    private final JsonMapper json;

    JsonLdFormat(JsonMapper json) {
        this.json = json;
    }

    record Organization(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String uri,
            String identifier,
            String name,
            String additionalType,
            @Nullable String foundingDate,
            List<City> areaServed) {}

    record City(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String uri,
            String identifier,
            String name,
            Country containedInPlace,
            Geo geo) {}

    record Country(@JsonProperty("@type") String type, String identifier, String name) {}

    record Geo(@JsonProperty("@type") String type, double latitude, double longitude) {}

    @Override
    public MediaType mediaType() {
        return MediaType.parseMediaType("application/ld+json");
    }

    @Override
    public String extension() {
        return "jsonld";
    }

    @Override
    public String begin() {
        return "{\"@context\":\"https://schema.org\",\"@graph\":[\n";
    }

    @Override
    public String write(ExportedPartnership exported) {
        return json.writeValueAsString(new Organization(
                "Organization",
                "urn:sistercities:partnership:" + exported.id(),
                exported.id(),
                exported.name(),
                "https://www.wikidata.org/wiki/Property:P190", // twinned administrative body
                exported.since(),
                exported.cities().stream().map(JsonLdFormat::city).toList()));
    }

    @Override
    public String separator() {
        return ",\n";
    }

    @Override
    public String end() {
        return "\n]}\n";
    }

    private static City city(CitySummary city) {
        var geonameId = city.geonameId();
        return new City(
                "City",
                geonameId == null
                        ? "urn:sistercities:city:" + city.id()
                        : "https://sws.geonames.org/" + geonameId + "/",
                city.id(),
                city.name(),
                new Country("Country", city.countryCode(), city.country()),
                new Geo("GeoCoordinates", city.latitude(), city.longitude()));
    }
}
