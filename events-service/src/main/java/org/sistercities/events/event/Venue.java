package org.sistercities.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where guests go: a house and its city; {@code countryCode} is ISO 3166-1 alpha-2.
 *
 * @param address street and number, as a visitor's map finds it
 * @param rooms names of the rooms the programme takes place in
 */
public record Venue(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String city,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
        String countryCode,

        @Nullable @Size(min = 1, max = 300) String address,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> rooms) {

    public Venue {
        rooms = Objects.requireNonNullElse(rooms, List.of()); // may be absent
    }

    public Venue(String name, String city, String countryCode) {
        this(name, city, countryCode, null, List.of());
    }
}
