package org.sistercities.city.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Milestone;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.partnership.PartnershipItem.PartyItem;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.City.Remarks;
import org.sistercities.city.registry.City.Successor;
import org.sistercities.city.registry.CitySummary;
import org.springframework.web.util.UriUtils;

/**
 * Everything a city's page shows.
 *
 * @param member it is a member of the network in good standing, today in its own zone
 * @param seeking it has an open listing on the seeking board
 * @param successor the city it has become part of, if it has
 * @param sisters the cities it has a standing partnership with, by name
 * @param partnerships all its partnerships, those under way and those that have ended included
 * @param partnershipsByStatus the same, in the order of the life cycle; a status none of them has is left out
 * @param timeline what its partnerships have come through, newest first
 * @param stories the latest published ones about it, newest first
 * @param events those it hosts that have not begun, the next one first
 */
record CityPage(
        String id,
        @Nullable Long geonameId,
        String name,
        String localName,
        List<String> otherNames,
        @Nullable String region,
        String countryCode,
        String country,
        double latitude,
        double longitude,
        @Nullable Long population,
        @Nullable Integer populationYear,
        @Nullable String wikidataId,
        String timeZone,
        String featureCode,
        boolean member,
        boolean seeking,
        @Nullable SuccessorItem successor,
        List<Sister> sisters,
        List<PartnershipItem> partnerships,
        Map<Status, List<PartnershipItem>> partnershipsByStatus,
        List<PastStep> timeline,
        List<StoryItem> stories,
        List<EventItem> events) {
    private static final int STORIES = 5;
    private static final int EVENTS = 5;

    /** {@code since} is an ISO year, year-month or date. */
    record SuccessorItem(String id, String name, @Nullable String since) {

        static SuccessorItem of(Successor successor, CitySummary city) {
            return new SuccessorItem(city.id(), city.name(), successor.since());
        }
    }

    /** A city at the other side of a standing partnership; {@code since} is an ISO year, year-month or date. */
    record Sister(
            String id,
            String name,
            @Nullable String region,
            String countryCode,
            Kind kind,
            Status status,
            @Nullable String since,
            String partnershipId) {

        static Sister of(PartyItem city, PartnershipItem item) {
            return new Sister(
                    city.cityId(),
                    city.name(),
                    city.region(),
                    city.countryCode(),
                    item.kind(),
                    item.status(),
                    item.since(),
                    item.id());
        }
    }

    /** A step of a partnership with these cities; {@code on} is an ISO year, year-month or date. */
    record PastStep(@Nullable String on, Milestone.What what, Kind kind, String partnershipId, List<PartyItem> with) {

        static PastStep of(Milestone milestone, String partnershipId, List<PartyItem> with) {
            return new PastStep(milestone.on(), milestone.what(), milestone.kind(), partnershipId, with);
        }
    }

    /** A story; {@code link} is where the API has it. */
    record StoryItem(String id, String slug, String title, Instant publishedAt, String link) {

        static StoryItem of(Notice story) {
            return new StoryItem(story.id(), story.slug(), story.title(), story.at(), linkTo("stories", story));
        }
    }

    /** An event; {@code zone} is the venue's, {@code link} where the API has it. */
    record EventItem(String id, String slug, String title, Instant startsAt, String zone, String link) {

        static EventItem of(Notice event) {
            return new EventItem(
                    event.id(), event.slug(), event.title(), event.at(), event.zone(), linkTo("events", event));
        }
    }

    static CityPage of(
            City city,
            CitySummary summary,
            boolean seeking,
            @Nullable SuccessorItem successor,
            Bonds bonds,
            CityNews news,
            Instant now) {
        var remarks = Optional.ofNullable(city.remarks());
        return new CityPage(
                summary.id(),
                summary.geonameId(),
                summary.name(),
                summary.localName(),
                city.names().others(),
                summary.region(),
                summary.countryCode(),
                summary.country(),
                summary.latitude(),
                summary.longitude(),
                summary.population(),
                remarks.map(Remarks::populationYear).orElse(null),
                remarks.map(Remarks::wikidataId).orElse(null),
                summary.timeZone(),
                city.featureCode(),
                summary.isMember(now),
                seeking,
                successor,
                bonds.sisters(),
                bonds.items(),
                bonds.byStatus(),
                bonds.timeline(),
                news.latestStories(STORIES).stream().map(StoryItem::of).toList(),
                news.comingEvents(now, EVENTS).stream().map(EventItem::of).toList());
    }

    private static String linkTo(String collection, Notice notice) {
        return "/api/v1/" + collection + "/" + UriUtils.encodePathSegment(notice.slug(), UTF_8);
    }
}
