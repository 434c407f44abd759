package org.sistercities.events.message;

import java.util.Set;

/** What a message is for; each has its template. */
public enum Kind {
    CONFIRMATION(true, true),
    CHANGE(true, false),
    CANCELLATION(false, false),
    OFFER(false, false),
    REMINDER(true, true),
    EVENT_CHANGED(true, true),
    EVENT_CANCELLED(false, true),
    /** The places are the party's when it has paid. */
    INVOICE(false, false),
    /** The time to pay runs out soon. */
    PAYMENT_REMINDER(false, false),
    /** The time to pay has run out, and the places are given up. */
    OVERDUE(false, false);

    private static final Set<Kind> WITH_INVOICE =
            Set.of(CHANGE, CANCELLATION, EVENT_CANCELLED, INVOICE, PAYMENT_REMINDER, OVERDUE);

    private final boolean tickets;
    private final boolean calendar;

    Kind(boolean tickets, boolean calendar) {
        this.tickets = tickets;
        this.calendar = calendar;
    }

    /** Whether the party's tickets go with it. */
    boolean bringsTickets() {
        return tickets;
    }

    /** Whether what was last issued for the party goes with it, an invoice or a credit note, if anything was. */
    boolean bringsInvoice() {
        return WITH_INVOICE.contains(this);
    }

    /** Whether the event goes with it as an entry for a calendar. */
    boolean bringsCalendar() {
        return calendar;
    }
}
