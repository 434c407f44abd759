package org.sistercities.events.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventsDomainEvent.Erased;
import org.sistercities.platform.aggregate.Change;

/**
 * A party, its order and where it stands. A step that moves places is first planned, as one or more {@link Transition}s (see
 * {@link Steps}); the quotas of the event say which of them can be, and only then it is made.
 *
 * @param id derived from the event and the request's key, so that one request makes one registration
 * @param requestHash of what was asked for
 * @param history grows with every change
 * @param invited what makes it an invitation; null for those who came by themselves
 */
public record Registration(
        String id,
        String eventId,
        Standing standing,
        Order order,
        Party party,
        @Nullable Payment payment,
        Instant registeredAt,
        String requestHash,
        List<Entry> history,
        @Nullable Invited invited) {
    static final int MOST_CHANGES = 500;

    /** Its first appearance in a document of its own. */
    Change<Registration> born() {
        return News.of(this, history.getLast());
    }

    /** Makes a step that has its places; the caller has seen to it that it is the next one. */
    Change<Registration> make(Transition step) {
        var ordered = Objects.requireNonNullElse(step.order(), order);
        var told = step.details().over(party).atMost(ordered.claim().places());
        var paid = step.payment() != null ? step.payment() : payment;
        var next = with(step.to(), ordered, told, paid, step.entry());
        var known = invited == null ? next : next.inviting(invited.after(step));
        return News.of(known, step.entry());
    }

    /**
     * Names guests, or some of them.
     *
     * @throws TooLateToChange when the party can no longer do it itself
     * @throws MoreGuestsThanPlaces when more are named than there are places
     * @throws Guest.AnswerRefused when a question is not answered as it must be
     */
    public Change<Registration> nameGuests(List<Guest> guests, Setting setting, String by) {
        changeable(setting, by);
        var named =
                new Party(party.contact(), List.copyOf(guests)).in(order.claim().places());
        for (int n = 1; n <= guests.size(); n++) guests.get(n - 1).answering(setting.event(), order.ticketTypeOf(n));
        return naming(named, setting.entry(by, Entry.Act.GUESTS_NAMED, null));
    }

    /**
     * The same for one guest, counted from 1, whatever the others have told.
     *
     * @throws NoSuchGuest when there are not so many
     */
    public Change<Registration> nameGuest(int number, Guest guest, Setting setting, String by) {
        changeable(setting, by);
        guest.answering(setting.event(), order.ticketTypeOf(number));
        return naming(party.with(number, guest), setting.entry(by, Entry.Act.GUESTS_NAMED, "guest " + number));
    }

    /** Lets somebody else speak for the party. */
    public Change<Registration> transfer(Contact contact, Setting setting, String by, @Nullable String reason) {
        mustNotBeInvited();
        if (contact.equals(party.contact())) return Change.none(this); // asked again: same answer
        return News.changed(
                changeable(setting, by)
                        .with(
                                standing,
                                order,
                                new Party(contact, party.guests()),
                                payment,
                                setting.entry(by, Entry.Act.TRANSFERRED, reason)),
                setting.now());
    }

    /** Whether there is, or was, something to pay. */
    public boolean isCharged() {
        return payment != null || !order.claim().total().isZero();
    }

    /** Notes that money has gone back; noted before, it is not noted again. */
    public Change<Registration> refunded(String reference, String by, Instant now) {
        boolean isNoted = history.stream()
                .anyMatch(entry -> entry.what() == Entry.Act.REFUNDED && reference.equals(entry.detail()));
        if (isNoted) return Change.none(this);
        return Change.of(with(standing, order, party, payment, new Entry(now, by, Entry.Act.REFUNDED, reference)));
    }

    /** How many pages to pay on were opened; the last one has this number. */
    public int checkouts() {
        return (int) checkoutEntries().count();
    }

    /** When the last page to pay on was opened. */
    public Optional<Instant> lastCheckout() {
        return checkoutEntries().map(Entry::at).reduce((_, later) -> later);
    }

    private Stream<Entry> checkoutEntries() {
        return history.stream().filter(entry -> entry.what() == Entry.Act.CHECKOUT);
    }

    /** Whether it is cancelled because its event does not take place. */
    public boolean isCalledOff() {
        return standing.status() == Status.CANCELLED
                && history.stream()
                        .anyMatch(entry -> entry.what() == Entry.Act.CANCELLED
                                && entry.by().equals(Entry.SYSTEM));
    }

    private Change<Registration> naming(Party named, Entry entry) {
        if (named.equals(party)) return Change.none(this); // asked again: same answer
        return News.of(with(standing, order, named, payment, entry), entry);
    }

    /**
     * This registration, if it is still to be changed.
     *
     * @throws RegistrationOver when it is not
     * @throws TooLateToChange when its party can no longer do it itself
     * @throws TooManyChanges when it has done so too often
     */
    Registration changeable(Setting setting, String by) {
        var status = standing.at(setting.now());
        if (status.isOver()) throw new RegistrationOver(status);
        setting.stillOpen(by, setting.event().changesUntil());
        if (by.equals(Entry.GUEST) && history.size() >= MOST_CHANGES) throw new TooManyChanges(history.size());
        return this;
    }

    /** Whether this is the address of whoever speaks for the party, was invited, or comes in their place. */
    public boolean isKnownBy(String email) {
        var contacts = new ArrayList<@Nullable Contact>();
        contacts.add(party.contact());
        if (invited != null) contacts.addAll(invited.contacts());
        return contacts.stream()
                .anyMatch(contact -> contact != null && contact.email().equalsIgnoreCase(email));
    }

    /** The same with less known of its people; places, money and dates stay, and so does who of the events team did what. */
    public Change<Registration> erased(Erased what) {
        var left = switch (what) {
            case NEEDS ->
                new Party(
                        party.contact(),
                        party.guests().stream().map(Guest::withoutNeeds).toList());
            case PEOPLE -> new Party(null, List.of());
        };
        boolean people = what == Erased.PEOPLE;
        return Change.of(new Registration(
                id,
                eventId,
                standing,
                order,
                left,
                payment,
                registeredAt,
                people ? "" : requestHash,
                people ? history.stream().map(Entry::erased).toList() : history,
                people && invited != null ? invited.erased() : invited));
    }

    /** @throws AnswerTheInvitation when it is an invitation */
    void mustNotBeInvited() {
        if (invited != null) throw new AnswerTheInvitation(id);
    }

    /** The same as another invitation, for somebody else perhaps. */
    Registration inviting(Party people, Invited other, Entry entry) {
        return with(standing, order, people, payment, entry).inviting(other);
    }

    private Registration inviting(Invited other) {
        return new Registration(
                id, eventId, standing, order, party, payment, registeredAt, requestHash, history, other);
    }

    private Registration with(Standing next, Order ordered, Party people, @Nullable Payment paid, Entry entry) {
        var longer = new ArrayList<>(history);
        longer.add(entry);
        return new Registration(
                id, eventId, next, ordered, people, paid, registeredAt, requestHash, List.copyOf(longer), invited);
    }
}
