package org.sistercities.city.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City.Names;
import org.sistercities.city.registry.City.Remarks;
import org.sistercities.city.registry.City.Successor;

/**
 * What the network's office may correct about a city.
 *
 * @param localName as it is written there
 * @param englishName the usual English name where that is another one
 * @param otherNames further names it is looked for by; those that are known stay
 * @param populationYear when so many people lived there
 * @param wikidataId its item in Wikidata, such as Q5083
 * @param successor the city it has become part of
 */
record RegisterEntry(
        @NotBlank @Size(max = 200) String localName,
        @Nullable @Size(min = 1, max = 200) String englishName,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> otherNames,
        @Nullable @PositiveOrZero Long population,
        @Nullable @Min(1800) @Max(2200) Integer populationYear,

        @Nullable @Pattern(regexp = "Q[1-9]\\d{0,11}", message = "must be the id of a Wikidata item")
        String wikidataId,

        @Nullable @Valid NewHome successor) {

    /** {@code since} is an ISO year, year-month or date. */
    record NewHome(
            @NotBlank String cityId,

            @Nullable
            @Pattern(
                    regexp = "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?",
                    message = "must be an ISO year, year-month or date")
            String since) {}

    static RegisterEntry of(City city) {
        var names = city.names();
        var remarks = city.remarks() == null ? new Remarks(null, null, null) : city.remarks();
        return new RegisterEntry(
                names.local(),
                names.english(),
                names.others(),
                city.population(),
                remarks.populationYear(),
                remarks.wikidataId(),
                city.successor()
                        .map(successor -> new NewHome(successor.cityId(), successor.since()))
                        .orElse(null));
    }

    Names names() {
        return new Names(localName, englishName, otherNames == null ? List.of() : otherNames);
    }

    Remarks remarks() {
        return new Remarks(
                populationYear,
                wikidataId,
                successor == null ? null : new Successor(successor.cityId(), successor.since()));
    }
}
