package org.sistercities.city.registry;

/**
 * Wants to see every city when a replica starts, to keep in memory what it needs of them, and later those that come or change.
 * All by one thread.
 */
public interface CityVisitor {

    /** The cities will come now; what an attempt before this one has brought is to be forgotten. */
    void begin();

    void visit(CitySummary summary, City city);

    /** All have come. The replica counts as ready only after this. */
    void end();
}
