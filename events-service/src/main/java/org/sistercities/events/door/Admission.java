package org.sistercities.events.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercities.contracts.EventsDomainEvent.AdmissionUndone;
import org.sistercities.contracts.EventsDomainEvent.GuestAdmitted;
import org.sistercities.platform.aggregate.Change;

/**
 * What became of one ticket at the door. Its id is the ticket's, so two doors race for one document. The earliest scan admits; more
 * than one stand here only when offline devices have let the same ticket in again.
 *
 * @param scans those that let somebody in and were not undone, the earliest first
 */
record Admission(
        String ticketId,
        String eventId,
        String registrationId,
        int guest,
        String ticketType,
        List<Scan> scans,
        List<Undo> undone) {

    /** Who took back which scans, and when. */
    record Undo(Instant at, String by, List<Scan> scans) {}

    /** The scan that admits; empty once undone. */
    Optional<Scan> first() {
        return scans.stream().findFirst();
    }

    /** Its first scan ever, announced. */
    Change<Admission> born(Instant now) {
        return Change.of(this, admitted(now));
    }

    /**
     * Lets the guest in at a door that is online. The same scan sent again gets the same answer.
     *
     * @throws EntryRefused as a duplicate when another scan has let the guest in
     */
    Change<Admission> admit(Scan scan, Instant now) {
        if (knows(scan)) return Change.none(this);
        if (!scans.isEmpty()) throw EntryRefused.duplicateOf(scans.getFirst());
        return merge(scan, now);
    }

    /** Takes in the scan of a door that was offline and has let the guest in, whatever others did meanwhile. */
    Change<Admission> merge(Scan scan, Instant now) {
        if (knows(scan)) return Change.none(this);
        var all = new ArrayList<>(scans);
        all.add(scan);
        all.sort(Scan.EARLIEST_FIRST);
        var merged = with(List.copyOf(all), undone);
        return merged.first().equals(first()) ? Change.of(merged) : Change.of(merged, merged.admitted(now));
    }

    /** The guest has not come in after all. */
    Change<Admission> undo(String by, Instant now) {
        if (scans.isEmpty()) return Change.none(this);
        var all = new ArrayList<>(undone);
        all.add(new Undo(now, by, scans));
        return Change.of(
                with(List.of(), List.copyOf(all)),
                new AdmissionUndone(ticketId, eventId, registrationId, guest, ticketType, now));
    }

    private boolean knows(Scan scan) {
        return Stream.concat(scans.stream(), undone.stream().flatMap(undo -> undo.scans().stream()))
                .anyMatch(known -> known.id().equals(scan.id()));
    }

    private GuestAdmitted admitted(Instant now) {
        return new GuestAdmitted(
                ticketId,
                eventId,
                registrationId,
                guest,
                ticketType,
                scans.getFirst().at(),
                now);
    }

    private Admission with(List<Scan> standing, List<Undo> takenBack) {
        return new Admission(ticketId, eventId, registrationId, guest, ticketType, standing, takenBack);
    }
}
