package org.sistercities.events.event;

import java.time.Instant;

/** One part of the evening, such as the VIP reception. */
public record ProgrammeItem(String title, Instant startsAt) {}
