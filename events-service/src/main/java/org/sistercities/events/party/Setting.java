package org.sistercities.events.party;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;

/** In what a registration's step is decided: the event as it is now, the terms of this house, the time. */
public record Setting(Event event, Terms terms, Instant now) {

    /** The same, but not earlier: what has run out for one replica has run out for all, whatever their clocks say. */
    public Setting notBefore(Instant instant) {
        return now.isBefore(instant) ? new Setting(event, terms, instant) : this;
    }

    /** Until when a place is offered; at the latest until the event begins. */
    public Instant endOfOffer() {
        return atTheLatestWhenItBegins(Terms.end(now, terms.offer()));
    }

    /**
     * Until when places are kept for somebody who is to answer by this time, rounded up as all such ends are.
     *
     * @throws AnswerByInThePast when there would be no time
     */
    Instant endOf(Instant answerBy) {
        if (!now.isBefore(answerBy)) throw new AnswerByInThePast(answerBy);
        return atTheLatestWhenItBegins(Terms.end(now, Duration.between(now, answerBy)));
    }

    /** Whether freed places are offered to those who wait. */
    public boolean offers() {
        return event.isPublished() && now.isBefore(event.startsAt());
    }

    /** Until when places are kept for a checkout that begins now. */
    Instant endOfCheckout() {
        return atTheLatestWhenItBegins(Terms.end(now, terms.checkoutAndNews()));
    }

    Standing held() {
        return Standing.after(null, Status.HELD, now, Terms.end(now, terms.hold()));
    }

    /**
     * Where a party stands that has places: they are its own, or will be when it has paid. Payment by card comes to it, see {@link Steps#settle}.
     *
     * @param before null for a party that has just come
     * @throws PaymentNotOffered when it would have to pay, and cannot
     */
    Standing seated(@Nullable Standing before, Order order) {
        var total = order.claim().total();
        if (total.isZero()) return Standing.after(before, Status.CONFIRMED, now, null);
        var days = event.registrationRules().invoiceDays();
        if (days == null) throw new PaymentNotOffered(total);
        var until = atTheLatestWhenItBegins(Terms.end(now, Duration.ofDays(days)));
        return Standing.after(before, Status.AWAITING_PAYMENT, now, until);
    }

    /** @throws TooLateToChange when a party can no longer do this itself */
    void stillOpen(String by, Instant until) {
        if (by.equals(Entry.GUEST) && !now.isBefore(until)) throw new TooLateToChange(until);
    }

    Entry entry(String by, Entry.Act act, @Nullable String detail) {
        return new Entry(now, by, act, detail);
    }

    private Instant atTheLatestWhenItBegins(Instant end) {
        return end.isBefore(event.startsAt()) ? end : event.startsAt();
    }
}
