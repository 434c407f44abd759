package org.sistercities.content.gift;

import org.jspecify.annotations.Nullable;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.security.Seal;
import org.springframework.stereotype.Component;

/** The links donors get instead of an account. Their tokens are computed from the gift's id, so a repeated request gets the same. */
@Component
class GiftLinks {
    private final Seal seal;

    GiftLinks(GiftsProperties properties) {
        seal = new Seal(properties.linkSecret());
    }

    String gift(String id) {
        return "/api/v1/gifts/" + id + "?token=" + seal.of(sealed(id));
    }

    String receipt(String id) {
        return "/api/v1/gifts/" + id + "/receipt.pdf?token=" + seal.of(sealed(id));
    }

    String end(String id) {
        return "/api/v1/gifts/" + id + "/end?token=" + seal.of(sealed(id));
    }

    /** @throws GiftRefused.NotYourGift when it is neither the donor nor an administrator */
    void check(Caller caller, String id, @Nullable String token) {
        if (caller.is(Role.ADMINISTRATOR)) return;
        if (token == null || !seal.isOf(sealed(id), token)) throw new GiftRefused.NotYourGift();
    }

    private static String sealed(String id) {
        return "gift\n" + id;
    }
}
