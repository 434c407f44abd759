package org.sistercities.web.city;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Something in the life of a city as one of the network: a step of a partnership, a story, an event.
 *
 * @param on an ISO year, year-month or date
 * @param what a message's key
 * @param names what the message is about
 */
record Moment(String on, String what, String names, String href) {

    /** The newest first; steps nobody knows the date of are left out. */
    static List<Moment> of(CityPage city, java.util.function.Function<List<String>, String> listed) {
        var moments = new ArrayList<Moment>();
        for (var step : city.timeline())
            if (step.on() != null) {
                var names = step.with().stream().map(party -> party.name()).toList();
                moments.add(new Moment(
                        step.on(),
                        "step." + step.what() + "." + step.kind(),
                        listed.apply(names),
                        "/partnerships/" + step.partnershipId()));
            }
        for (var story : city.stories())
            moments.add(new Moment(
                    LocalDate.ofInstant(story.publishedAt(), ZoneOffset.UTC).toString(),
                    "moment.story",
                    story.title(),
                    "/stories/" + story.slug()));
        for (var event : city.events())
            moments.add(new Moment(
                    LocalDate.ofInstant(event.startsAt(), ZoneId.of(event.zone()))
                            .toString(),
                    "moment.event",
                    event.title(),
                    "/events/" + event.slug()));
        moments.sort(comparing(Moment::on).reversed());
        return List.copyOf(moments);
    }
}
