package org.sistercities.content.gift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.stereotype.Component;

/** The links donors get instead of an account. Their tokens are computed from the gift's id, so a repeated request gets the same. */
@Component
class GiftLinks {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    GiftLinks(GiftsProperties properties) {
        secret = new SecretKeySpec(properties.linkSecret().getBytes(UTF_8), ALGORITHM);
    }

    String gift(String id) {
        return "/api/v1/gifts/" + id + "?token=" + token(id);
    }

    String receipt(String id) {
        return "/api/v1/gifts/" + id + "/receipt.pdf?token=" + token(id);
    }

    /** @throws GiftRefused.NotYourGift when it is neither the donor nor an administrator */
    void check(Caller caller, String id, @Nullable String token) {
        if (caller.is(Role.ADMINISTRATOR)) return;
        if (token == null || !MessageDigest.isEqual(token(id).getBytes(UTF_8), token.getBytes(UTF_8)))
            throw new GiftRefused.NotYourGift();
    }

    private String token(String id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(("gift\n" + id).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
