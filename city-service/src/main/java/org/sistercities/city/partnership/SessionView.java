package org.sistercities.city.partnership;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.city.signing.SigningSession.Witness;

/**
 * A signing session over HTTP.
 *
 * @param localTimes when it starts, as the clocks of each side show it
 */
record SessionView(String id, Instant startsAt, List<LocalTime> localTimes, String link, List<Witness> witnesses) {

    /** The time at one side; {@code zone} is an IANA name. */
    record LocalTime(String cityId, String name, String zone, OffsetDateTime startsAt) {

        static LocalTime of(Instant instant, CitySummary city) {
            return new LocalTime(
                    city.id(),
                    city.name(),
                    city.timeZone(),
                    instant.atZone(city.zone()).toOffsetDateTime());
        }
    }

    static SessionView of(SigningSession session, List<String> cityIds, Function<String, CitySummary> cities) {
        var times = cityIds.stream()
                .map(city -> LocalTime.of(session.startsAt(), cities.apply(city)))
                .toList();
        return new SessionView(session.id(), session.startsAt(), times, session.link(), session.witnesses());
    }
}
