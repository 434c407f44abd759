package org.sistercities.city.partnership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a proposal: {@code cities} are the ids of the parties, {@code until} the last day of a project's term. */
record ProposePartnership(
        @NotNull Kind kind,
        @NotNull @Size(min = 2, max = 50) List<@NotNull String> cities,
        @Nullable LocalDate until,
        @Nullable @Valid Evidence evidence) {}
