package org.sistercities.city.registry;

/** The countries for tests without Spring. */
public final class SomeCountries {

    private SomeCountries() {}

    public static Countries all() {
        return new Countries();
    }
}
