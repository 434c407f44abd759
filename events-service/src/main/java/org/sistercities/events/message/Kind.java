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
    OVERDUE(false, false),
    /** Money came when there were no places for it any more. */
    PAYMENT_TOO_LATE(false, false),
    /** Money has gone back. */
    REFUND(false, false),
    INVITATION(false, true),
    INVITATION_REMINDER(false, false),
    /** Thanks for an answer, even if it is a regret. */
    REGRET(false, false),
    INVITATION_WITHDRAWN(false, false);

    private static final Set<Kind> WITH_INVOICE =
            Set.of(CONFIRMATION, CHANGE, CANCELLATION, EVENT_CANCELLED, INVOICE, PAYMENT_REMINDER, OVERDUE);

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

    /** Whether it is owed to its party also when there is nothing to be said of the event any more. */
    boolean isAboutMoney() {
        return this == PAYMENT_TOO_LATE || this == REFUND;
    }

    /** Whether the event goes with it as an entry for a calendar. */
    boolean bringsCalendar() {
        return calendar;
    }
}
