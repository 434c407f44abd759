package org.sistercities.platform.aggregate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that may arrive more than once. Its key and hash are stored with its effect, so the second arrival changes
 * nothing and is answered from what the first one did.
 *
 * @param key chosen by the client, unique among its requests
 * @param hash SHA-256 of what was asked, so that a key used again for something else is noticed
 */
public record IdempotentRequest(String key, String hash) {

    /**
     * The request with this key.
     *
     * @param content what was asked, in a form that is equal for equal requests
     */
    public static IdempotentRequest of(String key, String content) {
        return new IdempotentRequest(key, sha256(content));
    }

    /** Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
