package org.sistercities.web.api;

/** We know who it is, and this is not their work. */
public final class NotAllowed extends RuntimeException {
    public NotAllowed(String who) {
        super(who, null, false, false);
    }
}
