package org.sistercities.events.registration;

/** A number of places ticket types share, such as a ballroom's. One with more places taken than it has cannot exist. */
public record Quota(String id, String name, int capacity, int taken) {

    public Quota {
        if (taken < 0 || taken > capacity)
            throw new IllegalStateException("quota " + id + ": " + taken + " taken of " + capacity);
    }

    Quota take(int places) {
        return new Quota(id, name, capacity, taken + places);
    }

    Quota of(int places) {
        return new Quota(id, name, places, taken);
    }
}
