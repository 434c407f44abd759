package org.sistercities.city.signing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The head of one side has signed.
 *
 * @param textHash of the text that was signed
 * @param signedOn the calendar date there
 * @param at when this service learnt of it
 * @param place where, if it was signed in person and somebody said so
 * @param sessionId the session it was signed in, if that was by video
 * @param seal fingerprint of the seal before it and of everything else here, in the order of this record
 */
public record Signature(
        String cityId,
        Signatory signatory,
        String textHash,
        LocalDate signedOn,
        Instant at,
        @Nullable String place,
        @Nullable String sessionId,
        String seal) {

    /** The highest elected official of a community, or the appointed one where none is elected. */
    public record Signatory(String name, String title) {}

    /** The same signature, chained to what has this seal. */
    public Signature sealedAfter(String previous) {
        var seal = Fingerprint.of(
                previous, cityId, signatory.name(), signatory.title(), textHash, signedOn, at, place, sessionId);
        return new Signature(cityId, signatory, textHash, signedOn, at, place, sessionId, seal);
    }
}
