package org.sistercities.content.editing;

import java.time.Instant;
import java.util.regex.Pattern;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.Seal;
import org.springframework.stereotype.Component;

/** Tokens that let anybody read one draft for some time. They are computed, not stored. */
@Component
public class PreviewLinks {
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,12})\\.([\\w-]{43})");

    private final Seal seal;

    PreviewLinks(PreviewProperties properties) {
        seal = new Seal(properties.previewSecret());
    }

    /** Good until then, to the second. */
    public String token(String draftId, Instant until) {
        long second = until.getEpochSecond();
        return second + "." + seal.of(sealed(draftId, second));
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
        if (!seal.isOf(sealed(draftId, until), parts.group(2)) || now.getEpochSecond() >= until)
            throw new PreviewNotValid();
    }

    private static String sealed(String draftId, long until) {
        return "preview\n" + draftId + "\n" + until;
    }

    /** The link is none of ours, of another draft, or its time is over. */
    static final class PreviewNotValid extends Rejection {
        PreviewNotValid() {
            super(Reason.NOT_ALLOWED, "This preview link is not valid, or no longer; ask for a new one.");
        }
    }
}
