package org.sistercities.web.api;

/** Only for those who have signed in, and we do not know who this is. */
public final class Unknown extends RuntimeException {
    public Unknown() {
        super("nobody has signed in", null, false, false);
    }
}
