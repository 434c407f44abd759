package org.sistercities.web.api;

/** There is no such thing. */
public final class NotThere extends RuntimeException {
    public NotThere(String what) {
        super(what, null, false, false);
    }
}
