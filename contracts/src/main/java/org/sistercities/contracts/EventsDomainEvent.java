package org.sistercities.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What events-service tells the world, on topic {@value Topics#EVENTS}; the key is the id of the event or registration.
 * Guests' personal data never leaves the service.
 */
public sealed interface EventsDomainEvent extends DomainEvent {

    /**
     * Guests can see the event and register.
     *
     * @param zone the venue's IANA time zone
     * @param hostCityId the city on whose page it is shown; null when the network itself is the host
     */
    @EventType("events.event-published.v1")
    record EventPublished(
            String eventId,
            String slug,
            String title,
            Instant startsAt,
            String zone,
            String venue,
            @Nullable String hostCityId,
            Instant at)
            implements EventsDomainEvent {}

    /** How many guests of a registration hold one ticket type. */
    record Tickets(String ticketTypeId, int count) {}

    /** The places are the party's; {@code places} is the number of guests. */
    @EventType("events.registration-confirmed.v1")
    record RegistrationConfirmed(String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements EventsDomainEvent {}
}
