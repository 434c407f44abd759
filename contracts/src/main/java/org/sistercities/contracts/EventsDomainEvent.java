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

    /** An event itself, as its guests know it. */
    sealed interface AboutEvent extends EventsDomainEvent {
        String eventId();
    }

    /** A party on its way to its places, and its money. */
    sealed interface AboutRegistration extends EventsDomainEvent {
        String registrationId();
    }

    /** A party that is invited. */
    sealed interface AboutInvitation extends AboutRegistration {}

    /** The door. */
    sealed interface AboutAdmission extends EventsDomainEvent {
        String ticketId();
    }

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
            implements AboutEvent {}

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
            implements AboutEvent {}

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
            implements AboutEvent {}

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
            implements AboutEvent {}

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
            implements AboutAdmission {}

    /** A guest has not come in after all; the ticket admits again. */
    @EventType("events.admission-undone.v1")
    record AdmissionUndone(
            String ticketId, String eventId, String registrationId, int guest, String ticketTypeId, Instant at)
            implements AboutAdmission {}

    /** How many guests of a registration hold one ticket type. */
    record Tickets(String ticketTypeId, int count) {}

    /** The places are the party's; {@code places} is the number of guests. */
    @EventType("events.registration-confirmed.v1")
    record RegistrationConfirmed(String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements AboutRegistration {}

    /** What can run out. */
    enum Lapsed {
        HOLD,
        OFFER,
        PAYMENT
    }

    /** The party waits for places of a full house, in line and not to be split. */
    @EventType("events.registration-waitlisted.v1")
    record RegistrationWaitlisted(String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements AboutRegistration {}

    /** Places have become free and are held for a party of the waiting list, which may take them until {@code until}. */
    @EventType("events.registration-offered.v1")
    record RegistrationOffered(
            String registrationId, String eventId, List<Tickets> tickets, int places, Instant until, Instant at)
            implements AboutRegistration {}

    /**
     * The places are held for the party until it has paid.
     *
     * @param amount decimal, such as {@code 240.00}
     * @param currency ISO 4217
     */
    @EventType("events.registration-awaiting-payment.v1")
    record RegistrationAwaitingPayment(
            String registrationId,
            String eventId,
            List<Tickets> tickets,
            int places,
            String amount,
            String currency,
            Instant until,
            Instant at)
            implements AboutRegistration {}

    /**
     * Money has come for a registration, once.
     *
     * @param amount decimal, such as {@code 240.00}
     * @param currency ISO 4217
     * @param refundDue whether it goes back, because there are no places for it (any more)
     */
    @EventType("events.registration-paid.v1")
    record RegistrationPaid(
            String registrationId, String eventId, String amount, String currency, boolean refundDue, Instant at)
            implements AboutRegistration {}

    /**
     * Money that had come for a registration has gone back.
     *
     * @param paymentId of what had come; also the message key
     * @param amount decimal, such as {@code 240.00}
     * @param currency ISO 4217
     */
    @EventType("events.refund-made.v1")
    record RefundMade(
            String paymentId, String registrationId, String eventId, String amount, String currency, Instant at)
            implements AboutRegistration {}

    /** The party asks for tickets that are given by approval; it has no places yet. */
    @EventType("events.registration-awaiting-approval.v1")
    record RegistrationAwaitingApproval(
            String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements AboutRegistration {}

    /** The events team has not approved the party. */
    @EventType("events.registration-rejected.v1")
    record RegistrationRejected(String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements AboutRegistration {}

    /** The party now has these tickets, or another person speaks for it. */
    @EventType("events.registration-changed.v1")
    record RegistrationChanged(String registrationId, String eventId, List<Tickets> tickets, int places, Instant at)
            implements AboutRegistration {}

    /** The registration is cancelled, by the party itself or by the events team, and its places are free. */
    @EventType("events.registration-cancelled.v1")
    record RegistrationCancelled(
            String registrationId, String eventId, List<Tickets> tickets, int places, boolean byParty, Instant at)
            implements AboutRegistration {}

    /** Time has run out for the party, and the places held for it are free. Recorded some time after the fact. */
    @EventType("events.registration-expired.v1")
    record RegistrationExpired(
            String registrationId, String eventId, List<Tickets> tickets, int places, Lapsed lapsed, Instant at)
            implements AboutRegistration {}

    /** Somebody is invited, or once more, and {@code places} are held until the answer is due. */
    @EventType("events.invitation-issued.v1")
    record InvitationIssued(
            String registrationId, String eventId, List<Tickets> tickets, int places, Instant answerBy, Instant at)
            implements AboutInvitation {}

    /** What can be answered to an invitation. */
    enum Answer {
        ACCEPTED,
        REGRETTED
    }

    /** Somebody who is invited has answered; the last answer counts. A regret has freed the places. */
    @EventType("events.invitation-answered.v1")
    record InvitationAnswered(
            String registrationId, String eventId, Answer answer, List<Tickets> tickets, int places, Instant at)
            implements AboutInvitation {}

    /** Whoever was invited has named a substitute. */
    @EventType("events.invitation-handed-on.v1")
    record InvitationHandedOn(String registrationId, String eventId, Instant at) implements AboutInvitation {}

    /** The party has told, or corrected, who its guests are; {@code named} of {@code places} have names. */
    @EventType("events.guests-named.v1")
    record GuestsNamed(String registrationId, String eventId, int named, int places, Instant at)
            implements AboutRegistration {}

    /** What is erased after an event. */
    enum Erased {
        /** What guests do not eat, what they need, what they have answered. */
        NEEDS,
        /** Their names and addresses, too. */
        PEOPLE
    }

    /**
     * Some time after an event, personal data of its guests were erased on schedule.
     *
     * @param erasureId also the message key
     * @param registrations how many were changed
     */
    @EventType("events.personal-data-erased.v1")
    record PersonalDataErased(String erasureId, String eventId, Erased what, int registrations, Instant at)
            implements EventsDomainEvent {}
}
