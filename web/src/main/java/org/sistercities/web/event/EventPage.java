package org.sistercities.web.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventItem.Venue;

/** An event as the API tells it; times are the venue's. */
public record EventPage(
        String id,
        String slug,
        String status,
        @Nullable Cancelled cancelled,
        String kind,
        String title,
        @Nullable String description,
        @Nullable String dressCode,
        Venue venue,
        String zone,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        @Nullable String hostCityId,
        List<Item> programme,
        Billing billing,
        List<Ticket> ticketTypes,
        @Nullable List<Question> questions) {
    private static final int MOST_IN_A_FORM = 10;

    /** A part of the programme. */
    public record Item(
            String title,
            OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable String room) {}

    public record Cancelled(String reason, OffsetDateTime at) {}

    /** Whose names stand on the invitation. */
    public record Billing(
            List<Credit> hosts,
            List<CoSponsor> coSponsors,
            @Nullable Credit masterOfCeremonies,
            @Nullable Credit honoraryChair) {}

    public record Credit(
            String name, @Nullable String title, @Nullable String organisation) {

        /** Name, title and organisation. */
        public String line() {
            return String.join(
                    ", ",
                    Stream.of(name, title, organisation)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    public record CoSponsor(
            String name, String tier, @Nullable String mention) {}

    public record Price(String amount, String currency) {

        public boolean isFree() {
            return new java.math.BigDecimal(amount).signum() == 0;
        }
    }

    public record PartySize(int min, int max) {}

    public record Sales(
            @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {}

    /** A ticket type, and how many could be had when we asked. */
    public record Ticket(
            String id,
            String name,
            Price price,
            PartySize partySize,
            Sales sales,
            @Nullable String audience,
            boolean byCode,
            boolean byApproval,
            boolean onSale,
            int left) {

        /** The most one party may ask for here; larger ones write to the events team. */
        public int most() {
            return Math.min(MOST_IN_A_FORM, partySize.max());
        }
    }

    /** Something guests are asked; {@code ticketTypes} whose guests are, all if it is empty. */
    public record Question(
            String id, String text, String kind, boolean required, List<String> choices, List<String> ticketTypes) {}

    /** What guests with this ticket type are asked. */
    public List<Question> questionsFor(String ticketType) {
        return Objects.requireNonNullElse(questions, List.<Question>of()).stream()
                .filter(question -> question.ticketTypes().isEmpty()
                        || question.ticketTypes().contains(ticketType))
                .toList();
    }

    /** Whether anybody can ask for tickets now. */
    public boolean isOpen() {
        return status.equals("PUBLISHED") && ticketTypes.stream().anyMatch(Ticket::onSale);
    }

    /** What a ticket type is called. */
    public String ticketName(String id) {
        return ticketTypes.stream()
                .filter(type -> type.id().equals(id))
                .map(Ticket::name)
                .findFirst()
                .orElse(id);
    }

    /** The ticket type of this name. */
    public String ticketCalled(String name) {
        return ticketTypes.stream()
                .filter(type -> type.name().equals(name))
                .map(Ticket::id)
                .findFirst()
                .orElse(name);
    }

    /** The description as HTML; tags in its Markdown stay text. */
    public String descriptionHtml() {
        return description == null ? "" : Prose.html(description);
    }
}
