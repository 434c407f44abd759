package org.sistercities.city.partnership;

/** A network before the first partnership. */
public final class EmptyNetwork {

    private EmptyNetwork() {}

    public static Network create() {
        return new Network(null);
    }
}
