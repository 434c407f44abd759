package org.sistercities.web.registration;

import java.util.Map;
import java.util.Set;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Told;

/** What may go wrong with a registration, in the site's own words: each has a message {@code trouble.<name>}. */
final class Troubles {
    /** What there is a message for; anything else is told in the API's words. */
    static final Set<String> KNOWN = Set.of(
            "nothing-chosen",
            "sold-out",
            "waiting-list-full",
            "hold-expired",
            "offer-expired",
            "already-extended",
            "not-held",
            "registration-over",
            "not-your-registration",
            "contact-missing",
            "not-on-sale",
            "payment-not-offered",
            "party-size-refused",
            "event-is-cancelled",
            "code-needed",
            "unknown-code",
            "code-used-up",
            "invalid-request",
            "card-payment-not-offered",
            "too-many-checkouts",
            "answer-the-invitation",
            "answer-refused",
            "price-would-change",
            "too-late-to-change",
            "more-guests-than-places");

    private Troubles() {}

    static String known(String type) {
        return KNOWN.contains(type) ? type : "refused";
    }

    /** What the problem says beyond its name. */
    static Map<String, Object> facts(Refused refused) {
        var facts = Told.of(refused).model();
        if (refused.property("left").isNumber())
            facts.put("left", refused.property("left").asInt());
        facts.put("wrongName", refused.concerns("/contact/name"));
        facts.put("wrongEmail", refused.concerns("/contact/email"));
        return facts;
    }
}
