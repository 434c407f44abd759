package org.sistercities.content.story;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What visitors read.
 *
 * @param version the step that wrote it
 * @param at when it was first published, or the start of the day editors gave for a story of earlier days
 * @param changedAt when these words took the place of others
 */
public record Publication(int version, Copy copy, Instant at, Instant changedAt) {

    public Manuscript text() {
        return copy.text();
    }

    /** The day it is of. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, UTC);
    }
}
