package org.sistercities.events.door;

/** Why somebody is not let in. */
enum Refusal {
    UNKNOWN("This is no ticket of ours."),
    FORGED("The ticket is forged: its signature is not ours."),
    WRONG_EVENT("The ticket is for another event."),
    CANCELLED("The registration or the event is cancelled."),
    UNPAID("The ticket is not paid."),
    TOO_EARLY("Guests are not admitted yet."),
    DUPLICATE("The ticket has admitted somebody already."),
    UNDONE("This scan was undone.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
