package org.sistercities.events.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;

/**
 * A party, its order and where it stands. Each step that moves places is first planned, as one or more {@link Transition}s; the
 * quotas of the event say which of them can be, and only then it is made.
 *
 * @param id derived from the event and the request's key, so that one request makes one registration
 * @param requestHash of what was asked for
 * @param history grows with every change
 */
public record Registration(
        String id,
        String eventId,
        Standing standing,
        Order order,
        Party party,
        Instant registeredAt,
        String requestHash,
        List<Entry> history) {

    /** Its first appearance in a document of its own. */
    Change<Registration> born() {
        return News.born(this);
    }

    /** Makes a step that has its places; the caller has seen to it that it is the next one. */
    Change<Registration> make(Transition step) {
        var ordered = Objects.requireNonNullElse(step.order(), order);
        var after = new Registration(
                id,
                eventId,
                step.to(),
                ordered,
                step.details().over(party).atMost(ordered.claim().places()),
                registeredAt,
                requestHash,
                with(step.entry()));
        return News.of(step, after);
    }

    /** Keeps the places as long again, once. */
    public Plan extend(Setting setting, String by) {
        var until = held(setting);
        if (standing.extended()) throw new AlreadyExtended(until);
        return Plan.step(Transition.to(
                standing.extendedUntil(until.plus(setting.terms().hold())),
                entry(setting, by, Entry.Act.EXTENDED, null)));
    }

    /**
     * Makes held places the party's.
     *
     * @param details what the party tells now
     */
    public Plan confirm(Setting setting, Details details, String by) {
        if (standing.status() == Status.CONFIRMED) return Plan.NOTHING; // asked again: same answer
        held(setting);
        details.over(party).withContact().in(order.claim().places());
        return Plan.of(Intent.step(new Transition(
                standing.then(order.statusWithPlaces(), setting.now(), null),
                null,
                details,
                entry(setting, by, Entry.Act.CONFIRMED, null))));
    }

    /** Takes the places that are offered to a party of the waiting list. */
    public Plan accept(Setting setting, String by) {
        if (standing.status() == Status.CONFIRMED) return Plan.NOTHING; // asked again: same answer
        var until = standing.until();
        if (standing.status() != Status.OFFERED || until == null) throw new NotOffered(standing.at(setting.now()));
        if (standing.hasLapsed(setting.now())) throw new OfferExpired(until);
        return Plan.step(Transition.to(
                standing.then(order.statusWithPlaces(), setting.now(), null),
                entry(setting, by, Entry.Act.ACCEPTED, null)));
    }

    /** Gives the places up, or the wait for them. */
    public Plan cancel(Setting setting, String by, @Nullable String reason) {
        if (standing.status() == Status.CANCELLED) return Plan.NOTHING; // asked again: same answer
        var status = standing.at(setting.now());
        if (status.isOver()) throw new RegistrationOver(status);
        return Plan.step(Transition.to(
                standing.then(Status.CANCELLED, setting.now(), null), entry(setting, by, Entry.Act.CANCELLED, reason)));
    }

    /** Records that time has run out, which holds whether recorded or not. */
    public Plan expire(Setting setting) {
        if (!standing.hasLapsed(setting.now())) return Plan.NOTHING;
        return Plan.step(Transition.to(
                standing.then(Status.EXPIRED, setting.now(), null),
                entry(
                        setting,
                        Entry.SYSTEM,
                        Entry.Act.EXPIRED,
                        standing.status().name())));
    }

    private Instant held(Setting setting) {
        var until = standing.until();
        if (standing.status() != Status.HELD || until == null) throw new NotHeld(standing.at(setting.now()));
        if (standing.hasLapsed(setting.now())) throw new HoldExpired(until);
        return until;
    }

    private static Entry entry(Setting setting, String by, Entry.Act act, @Nullable String detail) {
        return new Entry(setting.now(), by, act, detail);
    }

    private List<Entry> with(Entry entry) {
        var longer = new ArrayList<>(history);
        longer.add(entry);
        return List.copyOf(longer);
    }
}
