package org.sistercities.city.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.signing.Fingerprint;

/**
 * One side's formal yes.
 *
 * @param body who decided, such as a city council
 * @param reference its number or title there
 * @param link to the document
 */
public record Resolution(
        String cityId,
        String body,
        String reference,
        LocalDate date,
        @Nullable String link) {

    public String fingerprint() {
        return Fingerprint.of(cityId, body, reference, date, link);
    }
}
