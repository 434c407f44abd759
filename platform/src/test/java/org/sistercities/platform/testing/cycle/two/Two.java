package org.sistercities.platform.testing.cycle.two;

import org.sistercities.platform.testing.cycle.one.One;

/** The other half. */
public record Two(One one) {}
