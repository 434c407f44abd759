package org.sistercities.city.partnership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The body of a proposal: {@code cities} are the ids of the parties. */
record ProposePartnership(
        @NotNull Kind kind,
        @NotNull @Size(min = 2, max = 50) List<@NotNull String> cities) {}
