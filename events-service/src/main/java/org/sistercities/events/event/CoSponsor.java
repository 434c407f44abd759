package org.sistercities.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who helps to pay for the event.
 *
 * @param tier what the sponsorship is called, such as Gold
 * @param seats how many come with it
 * @param logoImageId of the image in content-service
 * @param mention as it is read out or printed
 */
public record CoSponsor(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 100) String tier,
        @Min(0) @Max(10_000) int seats,
        @Nullable @Size(min = 1, max = 200) String logoImageId,
        @Nullable @Size(min = 1, max = 500) String mention) {}
