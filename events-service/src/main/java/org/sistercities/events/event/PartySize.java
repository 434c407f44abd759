package org.sistercities.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many tickets of a type one party may have. */
public record PartySize(
        @Min(1) @Max(1000) int min, @Min(1) @Max(1000) int max) {

    boolean admits(int count) {
        return min <= count && count <= max;
    }
}
