package org.sistercities.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What events-service tells the world, on topic {@value Topics#EVENTS}; the key is the id of the event, registration or
 * ticket.
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

    /**
     * What is said about a published event has changed; this is what is said now.
     *
     * @param kind such as GALA; more kinds may come
     * @param zone the venue's IANA time zone
     * @param hostCityId the city on whose page it is shown; null when the network itself is the host
     */
    @EventType("events.event-changed.v1")
    record EventChanged(
            String eventId,
            String slug,
            String title,
            String kind,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String venue,
            @Nullable String hostCityId,
            Instant at)
            implements EventsDomainEvent {}

    /** The event has taken place and its books are closed: a recap may be written. */
    @EventType("events.event-concluded.v1")
    record EventConcluded(
            String eventId,
            String slug,
            String title,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String venue,
            @Nullable String hostCityId,
            Instant at)
            implements EventsDomainEvent {}

    /**
     * The event does not take place.
     *
     * @param reason in words for its guests
     */
    @EventType("events.event-cancelled.v1")
    record EventCancelled(
            String eventId,
            String slug,
            String title,
            Instant startsAt,
            String zone,
            String reason,
            @Nullable String hostCityId,
            Instant at)
            implements EventsDomainEvent {}

    /**
     * A guest has come in. Told again with an earlier time when an offline device turns out to have been first.
     *
     * @param ticketId also the message key
     * @param guest which one of the registration, counted from 1
     * @param admittedAt the earliest scan known
     */
    @EventType("events.guest-admitted.v1")
    record GuestAdmitted(
            String ticketId,
            String eventId,
            String registrationId,
            int guest,
            String ticketTypeId,
            Instant admittedAt,
            Instant at)
            implements EventsDomainEvent {}

    /** A guest has not come in after all; the ticket admits again. */
    @EventType("events.admission-undone.v1")
    record AdmissionUndone(
            String ticketId, String eventId, String registrationId, int guest, String ticketTypeId, Instant at)
            implements EventsDomainEvent {}

    /** How many guests of a registration hold one ticket type. */
    record Tickets(String ticketTypeId, int count) {}

    /** The places are the party's; {@code places} is the number of guests. */
    @EventType("events.registration-confirmed.v1")
    record RegistrationConfirmed(String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements EventsDomainEvent {}
}
