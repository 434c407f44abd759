package org.sistercities.content.editing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sistercities.platform.problem.Rejection;
import org.springframework.stereotype.Component;

/** Tokens that let anybody read one draft for some time. They are computed, not stored. */
@Component
public class PreviewLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,12})\\.([\\w-]{43})");

    private final SecretKeySpec secret;

    PreviewLinks(PreviewProperties properties) {
        secret = new SecretKeySpec(properties.previewSecret().getBytes(UTF_8), ALGORITHM);
    }

    /** Good until then, to the second. */
    public String token(String draftId, Instant until) {
        long second = until.getEpochSecond();
        return second + "." + seal(draftId, second);
    }

    /**
     * Passes a token that is good for this draft now.
     *
     * @throws PreviewNotValid for any other
     */
    public void check(String draftId, String token, Instant now) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) throw new PreviewNotValid();
        long until = Long.parseLong(parts.group(1));
        var expected = seal(draftId, until).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, parts.group(2).getBytes(UTF_8)) || now.getEpochSecond() >= until)
            throw new PreviewNotValid();
    }

    private String seal(String draftId, long until) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var sealed = mac.doFinal(("preview\n" + draftId + "\n" + until).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** The link is none of ours, of another draft, or its time is over. */
    static final class PreviewNotValid extends Rejection {
        PreviewNotValid() {
            super(Reason.NOT_ALLOWED, "This preview link is not valid, or no longer; ask for a new one.");
        }
    }
}
