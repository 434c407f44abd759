package org.sistercities.city.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.CityDomainEvent.CityRegistered;
import org.sistercities.contracts.CityDomainEvent.CityRevised;
import org.sistercities.platform.aggregate.Change;

/**
 * A community that has, seeks or could have sisters; member or not.
 *
 * @param geonameId its number in GeoNames; null for a community GeoNames does not know
 * @param countryCode ISO 3166-1 alpha-2, or XK for Kosovo
 * @param population null when unknown
 * @param timeZone IANA name, such as {@code Europe/Oslo}
 * @param featureCode GeoNames' feature code, such as {@code PPLC} for a national capital
 * @param membership null when it is, and was, no member of the network
 */
public record City(
        @Nullable Long geonameId,
        Names names,
        String countryCode,
        @Nullable Region region,
        Coordinates coordinates,
        @Nullable Long population,
        String timeZone,
        String featureCode,
        @Nullable Membership membership) {

    /**
     * What people call it.
     *
     * @param local as it is written there, mostly
     * @param english the usual English name where that is another one (Cologne, Killarney)
     * @param others in any language and script, of today or former times
     */
    public record Names(String local, @Nullable String english, List<String> others) {

        /** The name to show: pages are in English. */
        public String display() {
            return english != null ? english : local;
        }

        /** The local and the English name: a search prefers them to the others. */
        public List<String> primary() {
            return english != null ? List.of(english, local) : List.of(local);
        }

        /** Every name, primary ones first. */
        public List<String> all() {
            return Stream.concat(primary().stream(), others.stream()).toList();
        }
    }

    /**
     * Who pays its dues is in good standing, up to and including a day; who does not stays known as a former member.
     *
     * @param number as the network has given it
     */
    public record Membership(String number, LocalDate goodStandingUntil) {

        public boolean isInGoodStanding(LocalDate today) {
            return !today.isAfter(goodStandingUntil);
        }
    }

    /** A first-level division: state, province, county. {@code code} is unique within the country only. */
    public record Region(String code, String name) {}

    /** WGS 84 degrees. */
    public record Coordinates(double latitude, double longitude) {
        private static final double EARTH_DIAMETER_KILOMETRES = 2 * 6_371.0088;

        /** Along the great circle of a sphere; on the real earth it is half a per cent more or less at most. */
        public double kilometresTo(Coordinates other) {
            double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
            double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
            double haversine = north * north
                    + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
            return EARTH_DIAMETER_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
        }
    }

    /** The id of a place of GeoNames: ours, because communities that GeoNames does not know get other ones. */
    public static String idOf(long geonameId) {
        return "gn" + geonameId;
    }

    /** The id of a city of a list of GeoNames. */
    public static String idOf(City city) {
        return idOf(Objects.requireNonNull(city.geonameId, "cities of a list have an id"));
    }

    public boolean isNationalCapital() {
        return featureCode.equals("PPLC");
    }

    /** It was not in the register. */
    public Change<City> registered(Instant now) {
        var event = new CityRegistered(id(), names.display(), countryCode, now);
        return Change.of(this, event);
    }

    /** What a newer list says of it; the English name and the region stay where the list knows none. */
    public Change<City> revised(City newer, Instant now) {
        var known = new City(
                geonameId,
                new Names(newer.names.local, names.english, otherNames(newer)),
                newer.countryCode,
                newer.region == null ? region : newer.region,
                newer.coordinates,
                newer.population == null ? population : newer.population,
                newer.timeZone,
                newer.featureCode,
                membership);
        if (known.equals(this)) return Change.none(this);
        var name = known.names.display();
        var former = name.equals(names.display()) ? null : names.display();
        return Change.of(known, new CityRevised(id(), name, former, countryCode, now));
    }

    /** It joins the network, or its membership is renewed or corrected. What it has signed does not depend on that. */
    Change<City> member(Membership joined, Instant now) {
        if (joined.equals(membership)) return Change.none(this);
        var member =
                new City(geonameId, names, countryCode, region, coordinates, population, timeZone, featureCode, joined);
        return Change.of(member, new CityRevised(id(), names.display(), null, countryCode, now));
    }

    /** Names are added, never forgotten: somebody may still look for one. */
    private List<String> otherNames(City newer) {
        var known = new LinkedHashSet<>(names.others);
        known.add(names.local);
        known.addAll(newer.names.others);
        known.remove(newer.names.local);
        known.remove(names.english);
        return List.copyOf(known);
    }

    private String id() {
        return idOf(this);
    }
}
