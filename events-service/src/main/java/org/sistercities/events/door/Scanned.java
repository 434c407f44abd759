package org.sistercities.events.door;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Invited;

/**
 * What came of an offline device's scan.
 *
 * @param entry ADMITTED, or why not
 * @param first the scan that admits, when the ticket has been let in
 * @param others further scans that have let the same ticket in: a conflict for people to look into
 */
record Scanned(
        String scanId,
        String entry,
        @Nullable String ticketId,
        @Nullable Scan first,
        List<Scan> others) {

    static Scanned of(String scanId, Admission admission) {
        var first = admission.first().orElse(null);
        if (first == null) return new Scanned(scanId, Refusal.UNDONE.name(), admission.ticketId(), null, List.of());
        var entry = first.id().equals(scanId) ? "ADMITTED" : Refusal.DUPLICATE.name();
        var others = admission.scans().stream()
                .skip(1)
                .filter(scan -> !scan.id().equals(scanId))
                .toList();
        return new Scanned(scanId, entry, admission.ticketId(), first, others);
    }

    static Scanned refused(String scanId, Refusal refusal) {
        return new Scanned(scanId, refusal.name(), null, null, List.of());
    }

    /** A guest who is in: the answer to a scan at a door that is online. */
    record Admitted(
            String ticketId,
            String registrationId,
            int guest,
            String ticketType,
            Instant admittedAt,
            String admittedBy,
            @Nullable String category,
            @Nullable Integer precedence) {
        static Admitted of(Admission admission, @Nullable Invited invited) {
            var first = admission.first().orElseThrow(() -> new EntryRefused(Refusal.UNDONE));
            return new Admitted(
                    admission.ticketId(),
                    admission.registrationId(),
                    admission.guest(),
                    admission.ticketType(),
                    first.at(),
                    first.by(),
                    invited == null ? null : invited.category(),
                    invited == null ? null : invited.precedence());
        }
    }
}
