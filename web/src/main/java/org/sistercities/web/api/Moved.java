package org.sistercities.web.api;

/** It has another address now. */
public final class Moved extends RuntimeException {
    private final String location;

    Moved(String location) {
        super(location, null, false, false);
        this.location = location;
    }

    /** What comes last in the new address. */
    public String name() {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
