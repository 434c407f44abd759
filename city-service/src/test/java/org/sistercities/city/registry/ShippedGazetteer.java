package org.sistercities.city.registry;

/** The cities that ship with the service, without a database. */
public final class ShippedGazetteer {

    private ShippedGazetteer() {}

    public static Countries countries() {
        return new Countries();
    }

    public static Cities cities() {
        return new Cities(countries());
    }

    /** Shows every city to the visitors, as a starting replica does. */
    public static void showTo(CityVisitor... visitors) {
        for (var visitor : visitors) visitor.begin();
        try (var all = GazetteerFile.cities()) {
            all.forEach(city -> {
                for (var visitor : visitors) visitor.visit(City.idOf(city.geonameId()), city);
            });
        }
        for (var visitor : visitors) visitor.end();
    }
}
