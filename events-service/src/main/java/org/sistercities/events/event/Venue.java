package org.sistercities.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where guests go: a house and its city; {@code countryCode} is ISO 3166-1 alpha-2. */
public record Venue(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String city,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
        String countryCode) {}
