package org.sistercities.web.api;

/** What was asked for cannot be had at the moment: no connection, no answer in time, or too much to do. */
public final class Away extends RuntimeException {
    Away(String what, Throwable cause) {
        super(what, cause);
    }

    Away(String what) {
        super(what);
    }
}
