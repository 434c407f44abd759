package org.sistercities.events.party;

import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Tickets;

/** Parties for specifications: who they are, what they ask for, and what they get. */
public final class RegistrationBuilder {
    public static final Event GALA = aGala().with("gala", "ballroom")
            .with("vip", "ballroom", "vip-room")
            .with(priced("patron", "250.00", "ballroom"))
            .build();
    public static final Terms TERMS =
            new Terms(Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofMinutes(35), 1000);
    public static final Setting AT_NOON = new Setting(GALA, TERMS, NOON);

    private final String key;
    private final List<Tickets> tickets = new ArrayList<>();
    private List<String> guests = List.of();
    private boolean hold;
    private boolean anonymous;
    private boolean waiting;
    private Code code;

    private RegistrationBuilder(String key) {
        this.key = key;
    }

    public static RegistrationBuilder aParty(String key) {
        return new RegistrationBuilder(key);
    }

    /** A moment after noon. */
    public static Setting after(Duration time) {
        return new Setting(GALA, TERMS, NOON.plus(time));
    }

    public RegistrationBuilder of(int count, String ticketType) {
        tickets.add(new Tickets(ticketType, count));
        return this;
    }

    public RegistrationBuilder naming(String... names) {
        guests = Arrays.asList(names);
        return this;
    }

    public RegistrationBuilder holding() {
        hold = true;
        return this;
    }

    /** It joins the waiting list if there are no places. */
    public RegistrationBuilder orWaiting() {
        waiting = true;
        return this;
    }

    public RegistrationBuilder showing(Code shown) {
        code = shown;
        return this;
    }

    public RegistrationBuilder anonymously() {
        anonymous = true;
        return this;
    }

    public Application applies() {
        var contact = anonymous ? null : new Contact("Maria " + key, key + "@example.org");
        return new Application(
                new Party(contact, guests.stream().map(Guest::named).toList()),
                List.copyOf(tickets),
                code,
                hold,
                waiting);
    }

    public Plan planned(Setting setting) {
        return applies().plan(key, "hash of " + key, setting);
    }

    /** Its registration at the gala, if there are places, made at noon. */
    public Registration registered() {
        return registeredAt(GALA);
    }

    public Registration registeredAt(Event event) {
        return planned(new Setting(event, TERMS, NOON)).choices().getFirst().applied(null);
    }

    /** What the party itself may want of its registration. */
    public static Steps by(Registration registration, Setting setting) {
        return new Steps(registration, setting, Entry.GUEST);
    }

    /** What a plan makes of a registration when there are places. */
    public static Registration made(Registration registration, Plan plan) {
        return plan.isNothing() ? registration : plan.choices().getFirst().applied(registration);
    }
}
