package org.sistercities.web.city;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.map.Position;
import org.sistercities.web.partnership.PartnershipItem;
import org.sistercities.web.partnership.PartnershipItem.Party;

/** A city with all the API tells about it. */
record CityPage(
        String id,
        String name,
        String localName,
        List<String> otherNames,
        @Nullable String region,
        String countryCode,
        double latitude,
        double longitude,
        @Nullable Long population,
        @Nullable Integer populationYear,
        String timeZone,
        boolean member,
        boolean seeking,
        @Nullable Successor successor,
        List<PartnershipItem> partnerships,
        Map<String, List<PartnershipItem>> partnershipsByStatus,
        List<PastStep> timeline,
        List<Story> stories,
        List<Event> events) {

    record Successor(String id, String name, @Nullable String since) {}

    record PastStep(@Nullable String on, String what, String kind, String partnershipId, List<Party> with) {}

    record Story(String slug, String title, Instant publishedAt) {}

    record Event(String slug, String title, Instant startsAt, String zone) {}

    /** Those in the same state, the oldest first; those nobody knows the year of come last, by name. */
    public Map<String, List<PartnershipItem>> groups() {
        var sorted = new LinkedHashMap<String, List<PartnershipItem>>();
        partnershipsByStatus.forEach((status, items) -> sorted.put(
                status,
                items.stream()
                        .sorted(comparing(PartnershipItem::since, nullsLast(naturalOrder()))
                                .thenComparing(
                                        item -> item.others(id).getFirst().name()))
                        .toList()));
        return sorted;
    }

    Position position() {
        return new Position(longitude, latitude);
    }

    /** How many cities it is joined with now. */
    public long sisters() {
        return partnerships.stream()
                .filter(PartnershipItem::isStanding)
                .flatMap(item -> item.others(id).stream())
                .map(Party::cityId)
                .distinct()
                .count();
    }
}
