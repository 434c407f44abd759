package org.sistercities.city.certificate;

import java.util.Locale;
import java.util.Optional;
import org.sistercities.city.signing.Deed;

/** What somebody types to verify a certificate: its number, or the whole seal, of which the number is the beginning. */
record CertificateNumber(String digits) {
    private static final int DIGITS = 20;
    private static final int SEAL_DIGITS = 64;

    /** Empty when no certificate could have such a number. */
    static Optional<CertificateNumber> typed(String text) {
        var digits = text.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
        var known = digits.length() == DIGITS || digits.length() == SEAL_DIGITS;
        return known && digits.matches("[0-9a-f]+") ? Optional.of(new CertificateNumber(digits)) : Optional.empty();
    }

    /** As it is stored and printed: groups of four. */
    String printed() {
        return Deed.certificateNumber(digits);
    }

    boolean isOf(Deed deed) {
        return deed.seal().startsWith(digits);
    }
}
