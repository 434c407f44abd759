package org.sistercities.web.registration;

import org.sistercities.web.page.Form;

/** The links of registrations and invitations: whoever has one speaks for the party. */
public final class PrivateLink {
    /** The header that carries the token to the API. */
    public static final String TOKEN = "Registration-Token";

    private PrivateLink() {}

    /** The token of a link that was pasted, or of one a script has taken apart: what stands behind the # or the last slash. */
    public static String token(Form form) {
        var pasted = form.text("link");
        return pasted.substring(Math.max(pasted.lastIndexOf('#'), pasted.lastIndexOf('/')) + 1);
    }
}
