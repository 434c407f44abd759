package org.sistercities.city.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lower-case hexadecimal SHA-256 of some facts: for each of them its number of bytes, a line feed, its bytes in UTF-8, a line
 * feed; for one that is not there a hyphen and a line feed. Anybody can compute it.
 */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(@Nullable Object... facts) {
        return of(Arrays.asList(facts));
    }

    /** Dates and instants count as their ISO 8601 form, enumerations as their names. */
    public static String of(List<? extends @Nullable Object> facts) {
        var digest = sha256();
        for (var fact : facts) {
            if (fact == null) {
                digest.update("-\n".getBytes(UTF_8));
                continue;
            }
            var bytes = fact.toString().getBytes(UTF_8);
            digest.update((bytes.length + "\n").getBytes(UTF_8));
            digest.update(bytes);
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
