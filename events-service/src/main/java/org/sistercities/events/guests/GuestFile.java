package org.sistercities.events.guests;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A guest list as a file, written line by line; times are the venue's. */
interface GuestFile extends AutoCloseable {
    List<String> COLUMNS = List.of(
            "ticketId",
            "guest",
            "name",
            "partyOf",
            "email",
            "ticketType",
            "status",
            "registeredAt",
            "admittedAt",
            "title",
            "organisation",
            "category",
            "precedence",
            "dietary",
            "access",
            "answers");

    /** Opens such a file. */
    @FunctionalInterface
    interface Format {
        GuestFile open(OutputStream out, ZoneId zone);
    }

    void add(ListedGuest guest);

    @Override
    void close();

    /** A guest's values in the order of the columns. */
    static List<String> line(ListedGuest guest, ZoneId zone) {
        return List.of(
                guest.ticketId(),
                String.valueOf(guest.guest()),
                Objects.requireNonNullElse(guest.name(), ""),
                guest.partyOf(),
                guest.email(),
                guest.ticketType(),
                guest.status(),
                local(guest.registeredAt(), zone),
                local(guest.admittedAt(), zone),
                Objects.requireNonNullElse(guest.title(), ""),
                Objects.requireNonNullElse(guest.organisation(), ""),
                Objects.requireNonNullElse(guest.category(), ""),
                guest.precedence() == null ? "" : guest.precedence().toString(),
                Objects.requireNonNullElse(guest.dietary(), ""),
                Objects.requireNonNullElse(guest.access(), ""),
                answers(guest));
    }

    private static String answers(ListedGuest guest) {
        return guest.answers().entrySet().stream()
                .map(answer -> answer.getKey() + ": " + answer.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String local(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? ""
                : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(time.atZone(zone));
    }
}
