package org.sistercities.platform.testing.cycle.one;

import org.sistercities.platform.testing.cycle.two.Two;

/** Half of a cycle, for the rule against them. */
public record One(Two two) {}
