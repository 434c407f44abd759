package org.sistercities.events.card;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sistercities.events.event.Event;
import org.sistercities.events.guests.ListedGuest;

/**
 * What stands on a card, from top to bottom.
 *
 * @param paragraphs those that say something
 */
record Card(List<Paragraph> paragraphs) {

    /** @param size in points, as long as everything fits */
    record Paragraph(String text, float size, boolean bold) {}

    /** What a guest wears: who they are, for whom, and where. */
    static Card badge(Event event, ListedGuest guest) {
        return of(
                new Paragraph(event.title(), 9, false),
                new Paragraph(name(guest), 22, true),
                new Paragraph(Objects.requireNonNullElse(guest.title(), ""), 12, false),
                new Paragraph(Objects.requireNonNullElse(guest.organisation(), ""), 12, true),
                new Paragraph(event.ticketTypeName(guest.ticketType()), 9, false));
    }

    /** What stands at a guest's place: the name, to be read from across the table. */
    static Card nameCard(Event event, ListedGuest guest) {
        return of(
                new Paragraph(name(guest), 28, true),
                new Paragraph(Objects.requireNonNullElse(guest.title(), ""), 12, false));
    }

    private static Card of(Paragraph... paragraphs) {
        return new Card(Stream.of(paragraphs)
                .filter(paragraph -> !paragraph.text().isBlank())
                .toList());
    }

    private static String name(ListedGuest guest) {
        if (guest.name() != null) return guest.name();
        return guest.partyOf().isEmpty() ? "Guest" : "Guest of " + guest.partyOf();
    }
}
