package org.sistercities.events.registration;

import java.time.Instant;
import java.util.List;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.events.event.Claim;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Tickets;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotencyKeyReused;
import org.sistercities.platform.aggregate.IdempotentRequest;

/**
 * A party and its places.
 *
 * @param id derived from the event and the request's key, so that one request makes one registration
 * @param guests names known so far, at most one for each place
 * @param requestHash of what was asked for
 */
record Registration(
        String id,
        String eventId,
        Status status,
        Contact contact,
        List<Tickets> tickets,
        List<String> guests,
        Claim claim,
        Instant confirmedAt,
        String requestHash) {

    /** A confirmed registration has its places for good. */
    enum Status {
        CONFIRMED
    }

    /**
     * The registration a party would get if the places are there.
     *
     * @throws PaymentNotOffered when it would have to pay
     * @throws MoreGuestsThanPlaces when it names more guests than it asks for tickets
     */
    static Registration confirmed(String id, Event event, RegisterParty party, String requestHash, Instant now) {
        var claim = event.claim(party.tickets(), now);
        if (!claim.total().isZero()) throw new PaymentNotOffered(claim.total());
        if (party.guests().size() > claim.places())
            throw new MoreGuestsThanPlaces(party.guests().size(), claim.places());
        return new Registration(
                id,
                event.id(),
                Status.CONFIRMED,
                party.contact(),
                party.tickets(),
                party.guests(),
                claim,
                now,
                requestHash);
    }

    /** Its first appearance in a document of its own, announced to the world. */
    Change<Registration> stored() {
        var sold = tickets.stream()
                .map(some -> new org.sistercities.contracts.EventsDomainEvent.Tickets(some.ticketType(), some.count()))
                .toList();
        return Change.of(this, new RegistrationConfirmed(id, eventId, sold, claim.places(), confirmedAt));
    }

    /** This registration, if it is what the request asked for. */
    Registration answering(IdempotentRequest request) {
        if (!requestHash.equals(request.hash())) throw new IdempotencyKeyReused(request.key());
        return this;
    }
}
