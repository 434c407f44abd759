package org.sistercities.events.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.ICalProperty;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.ProgrammeItem;
import org.sistercities.events.event.Venue;
import org.sistercities.platform.aggregate.Stored;

/**
 * Events as iCalendar (RFC 5545). An event keeps its UID, and its SEQUENCE is its revision, so a calendar that has it takes over
 * what has changed, a cancellation too.
 */
public final class InternetCalendar {
    private final ICalendar calendar = new ICalendar();
    private final Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();

    private InternetCalendar() {
        calendar.setProductId("-//Sister Cities//Events//EN");
        calendar.setName("Sister Cities events");
    }

    /** These events as one calendar, its lines folded and ended as the standard asks. */
    public static String of(List<Stored<Event>> events, Instant now) {
        var calendar = new InternetCalendar();
        for (var zone :
                events.stream().map(event -> event.state().zone()).distinct().toList())
            calendar.zones.put(zone, Observances.of(zone, events));
        for (var event : events) calendar.add(event.state(), event.revision(), now);
        return Folding.fold(unfolded(calendar.calendar));
    }

    private static String unfolded(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void add(Event event, long revision, Instant now) {
        var entry = new VEvent();
        entry.setUid(event.id() + "@events.sistercities");
        entry.setSequence(Math.toIntExact(revision));
        entry.setDateTimeStamp(Date.from(now));
        entry.setSummary(event.title());
        entry.setLocation(location(event.plan().venue()));
        entry.setDescription(description(event));
        entry.setStatus(event.cancellation() == null ? Status.confirmed() : Status.cancelled());
        inZone(entry.setDateStart(Date.from(event.startsAt())), event.zone());
        inZone(entry.setDateEnd(Date.from(event.endsAt())), event.zone());
        calendar.addEvent(entry);
    }

    private void inZone(ICalProperty property, ZoneId zone) {
        calendar.getTimezoneInfo().setTimezone(property, zones.get(zone));
    }

    private static String location(Venue venue) {
        return Stream.of(venue.name(), venue.address(), venue.city(), venue.countryCode())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    /** Cancelled or not, the programme, the dress code, and the text as it was written. */
    private static String description(Event event) {
        var cancellation = event.cancellation();
        var cancelled = cancellation == null ? "" : "Cancelled: " + cancellation.reason();
        var programme = event.plan().schedule().programme().stream()
                .map(item -> line(item, event.zone()))
                .collect(Collectors.joining("\n"));
        var dressCode = event.plan().dressCode();
        return Stream.of(
                        cancelled,
                        programme,
                        dressCode.isEmpty() ? "" : "Dress code: " + dressCode,
                        event.plan().description())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String line(ProgrammeItem item, ZoneId zone) {
        var room = item.room() == null ? "" : " (" + item.room() + ")";
        return item.startsAt().atZone(zone).toLocalTime() + " " + item.title() + room;
    }
}
