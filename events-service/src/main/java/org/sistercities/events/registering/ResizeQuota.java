package org.sistercities.events.registering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The events team gives a quota more places or fewer. */
record ResizeQuota(@Min(0) @Max(1_000_000) int capacity) {}
