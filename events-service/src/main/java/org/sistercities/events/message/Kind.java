package org.sistercities.events.message;

/** What a message is for; each has its template. */
public enum Kind {
    CONFIRMATION(true, true),
    CHANGE(true, false),
    CANCELLATION(false, false),
    OFFER(false, false),
    REMINDER(true, true),
    EVENT_CHANGED(true, true),
    EVENT_CANCELLED(false, true),
    INVITATION(false, true),
    INVITATION_REMINDER(false, false),
    /** Thanks for an answer, even if it is a regret. */
    REGRET(false, false),
    INVITATION_WITHDRAWN(false, false);

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

    /** Whether the event goes with it as an entry for a calendar. */
    boolean bringsCalendar() {
        return calendar;
    }
}
