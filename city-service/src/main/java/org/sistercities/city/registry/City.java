package org.sistercities.city.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param remarks null when there are none
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
        @Nullable Membership membership,
        @Nullable Remarks remarks) {

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

        /** Other names are added, never forgotten: somebody may still look for one. */
        Names joinedBy(String nextLocal, @Nullable String nextEnglish, List<String> more) {
            var known = new LinkedHashSet<>(others);
            known.addAll(primary());
            known.addAll(more);
            known.remove(nextLocal);
            known.remove(nextEnglish);
            return new Names(nextLocal, nextEnglish, List.copyOf(known));
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

    /**
     * What the lists of cities do not have.
     *
     * @param populationYear when so many people lived there
     * @param wikidataId its item in Wikidata, such as Q5083
     */
    public record Remarks(
            @Nullable Integer populationYear,
            @Nullable String wikidataId,
            @Nullable Successor successor) {}

    /**
     * The community it has become part of. What was signed stays signed, under the name it was signed with.
     *
     * @param since an ISO year, year-month or date
     */
    public record Successor(String cityId, @Nullable String since) {}

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

    public Optional<Successor> successor() {
        return Optional.ofNullable(remarks).map(Remarks::successor);
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
                names.joinedBy(newer.names.local, names.english, newer.names.others),
                newer.countryCode,
                newer.region == null ? region : newer.region,
                newer.coordinates,
                newer.population == null ? population : newer.population,
                newer.timeZone,
                newer.featureCode,
                membership,
                remarks);
        return revisedTo(known, now);
    }

    /** The network's office knows better: names, people, what has become of it. Who looks for a former name still finds it. */
    Change<City> corrected(Names named, @Nullable Long people, Remarks noted, Instant now) {
        var known = new City(
                geonameId,
                names.joinedBy(named.local, named.english, named.others),
                countryCode,
                region,
                coordinates,
                people,
                timeZone,
                featureCode,
                membership,
                noted);
        return revisedTo(known, now);
    }

    private Change<City> revisedTo(City known, Instant now) {
        if (known.equals(this)) return Change.none(this);
        var name = known.names.display();
        var former = name.equals(names.display()) ? null : names.display();
        return Change.of(known, new CityRevised(id(), name, former, countryCode, now));
    }

    /** It joins the network, or its membership is renewed or corrected. What it has signed does not depend on that. */
    Change<City> member(Membership joined, Instant now) {
        if (joined.equals(membership)) return Change.none(this);
        var member = new City(
                geonameId, names, countryCode, region, coordinates, population, timeZone, featureCode, joined, remarks);
        return Change.of(member, new CityRevised(id(), names.display(), null, countryCode, now));
    }

    private String id() {
        return idOf(this);
    }
}
