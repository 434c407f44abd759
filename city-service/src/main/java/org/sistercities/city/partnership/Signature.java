package org.sistercities.city.partnership;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of one side has signed.
 *
 * @param textHash of the text that was signed
 * @param signedOn the calendar date there
 * @param at when this service learnt of it
 */
public record Signature(String cityId, Signatory signatory, String textHash, LocalDate signedOn, Instant at) {

    /** The highest elected official of a community, or the appointed one where none is elected. */
    public record Signatory(String name, String title) {}
}
