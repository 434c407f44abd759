package org.sistercities.city.partnership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Signature.Signatory;

/**
 * Somebody says that the head of a side has signed.
 *
 * @param signedOn null for today
 * @param today the calendar date in the city
 */
record Signing(
        String cityId,
        Signatory signatory,
        String textHash,
        @Nullable LocalDate signedOn,
        LocalDate today) {

    Signature at(Instant now) {
        return new Signature(cityId, signatory, textHash, signedOn != null ? signedOn : today, now);
    }

    /** Whether this was said before in the same words. */
    boolean repeats(Signature known) {
        return known.signatory().equals(signatory)
                && known.textHash().equals(textHash)
                && (signedOn == null || signedOn.equals(known.signedOn()));
    }

    boolean isInTheFuture() {
        return signedOn != null && signedOn.isAfter(today);
    }
}
