package org.sistercities.content.news;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.markdown.Words;
import org.sistercities.content.story.Manuscript;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;

/** The facts of an event, put into sentences for an editor to go on from. */
final class Occasions {
    private static final int LONGEST_TITLE = 280;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private Occasions() {}

    static Manuscript announcement(EventPublished event) {
        var starts = event.startsAt().atZone(ZoneId.of(event.zone()));
        var body = "**%s** takes place on %s at %s (%s), at %s.\n\nGuests can register now.\n"
                .formatted(
                        plain(event.title()),
                        DAY.format(starts),
                        TIME.format(starts),
                        event.zone(),
                        plain(event.venue()));
        return about(event.title(), body, event.eventId(), event.hostCityId());
    }

    static Manuscript recap(EventConcluded event) {
        var body = "**%s** took place on %s, at %s.\n"
                .formatted(plain(event.title()), day(event.startsAt(), event.zone()), plain(event.venue()));
        return about("Looking back: " + event.title(), body, event.eventId(), event.hostCityId());
    }

    private static Manuscript about(String headline, String body, String eventId, @Nullable String hostCityId) {
        var cities = Optional.ofNullable(hostCityId).map(List::of).orElse(List.of());
        return Manuscript.story(Words.shortened(headline, LONGEST_TITLE), body, cities, List.of(), List.of(eventId));
    }

    private static String day(Instant at, String zone) {
        return DAY.format(at.atZone(ZoneId.of(zone)));
    }

    /** Names are not Markdown, whatever signs they have. */
    private static String plain(String name) {
        return name.replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1");
    }
}
