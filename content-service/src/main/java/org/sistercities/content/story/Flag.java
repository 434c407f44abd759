package org.sistercities.content.story;

import java.time.Instant;

/** Why an editor should look at a story again. */
public record Flag(String reason, Instant at) {}
