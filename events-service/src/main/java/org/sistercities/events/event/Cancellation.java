package org.sistercities.events.event;

import java.time.Instant;

/** Why an event does not take place, in words for its guests. */
public record Cancellation(String reason, Instant at) {}
