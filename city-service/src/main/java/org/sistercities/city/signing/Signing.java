package org.sistercities.city.signing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.signing.Signature.Signatory;

/**
 * Somebody says that the head of a side has signed.
 *
 * @param signedOn null for today
 * @param today the calendar date in the city
 * @param place where in person, if said
 * @param sessionId in which session by video, if in one
 */
public record Signing(
        String cityId,
        Signatory signatory,
        String textHash,
        @Nullable LocalDate signedOn,
        LocalDate today,
        @Nullable String place,
        @Nullable String sessionId) {

    Signature after(String previous, Instant now) {
        var on = signedOn != null ? signedOn : today;
        return new Signature(cityId, signatory, textHash, on, now, place, sessionId, "").sealedAfter(previous);
    }

    /** Whether this was said before in the same words; what is left out now contradicts nothing. */
    boolean repeats(Signature known) {
        return known.signatory().equals(signatory)
                && known.textHash().equals(textHash)
                && (signedOn == null || signedOn.equals(known.signedOn()))
                && (place == null || place.equals(known.place()))
                && (sessionId == null || sessionId.equals(known.sessionId()));
    }

    boolean isInTheFuture() {
        return signedOn != null && signedOn.isAfter(today);
    }
}
