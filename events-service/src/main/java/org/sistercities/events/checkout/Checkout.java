package org.sistercities.events.checkout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Money;
import org.sistercities.events.payment.Due;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.payment.HostedCheckout;

/**
 * A page to pay on for one registration.
 *
 * @param id made of the registration's and the number; the provider knows it as our reference
 * @param number counts the registration's checkouts from 1
 * @param sessionId the provider's; null as long as we do not know that it is open
 * @param due when to ask the provider for it, unless it tells before, as text that sorts by time; null when it is over
 * @param problem why it could not be opened
 */
record Checkout(
        String id,
        String registrationId,
        String eventId,
        int number,
        Money amount,
        Status status,
        @Nullable String sessionId,
        @Nullable String url,
        Instant openedAt,
        Instant expiresAt,
        @Nullable String due,
        @Nullable Instant dueAt,
        @Nullable String problem) {

    /** How far it has come, as far as we know. */
    enum Status {
        /** The provider is asked to open it. */
        OPENING,
        OPEN,
        PAID,
        EXPIRED,
        /** The provider will not open it. */
        FAILED
    }

    static String id(String registrationId, int number) {
        return registrationId + "-" + number;
    }

    static Checkout opening(
            String registrationId, String eventId, int number, Money amount, Instant openedAt, Instant expiresAt) {
        return new Checkout(
                        id(registrationId, number),
                        registrationId,
                        eventId,
                        number,
                        amount,
                        Status.OPENING,
                        null,
                        null,
                        openedAt,
                        expiresAt,
                        null,
                        null,
                        null)
                .with(Status.OPENING, null, null, openedAt.plus(Duration.ofMinutes(1)), null);
    }

    boolean isOver() {
        return status != Status.OPENING && status != Status.OPEN;
    }

    /** The provider has opened it. What it has told since then stays true. */
    Change<Checkout> opened(HostedCheckout hosted, Instant askAt) {
        if (status != Status.OPENING) return Change.none(this);
        return Change.of(with(Status.OPEN, hosted.id(), hosted.url(), askAt, null));
    }

    /** It is paid, whatever was thought before. */
    Change<Checkout> paid(String session) {
        return Change.of(with(Status.PAID, session, null, null, null));
    }

    Change<Checkout> expired(String session) {
        return status == Status.PAID ? Change.none(this) : Change.of(with(Status.EXPIRED, session, null, null, null));
    }

    Change<Checkout> failed(String why) {
        if (status != Status.OPENING) return Change.none(this);
        return Change.of(with(Status.FAILED, null, null, null, why));
    }

    /** Takes it until then, for one who will ask; nothing changes when it is not due. */
    Change<Checkout> claim(Instant until, Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) return Change.none(this);
        return Change.of(with(status, sessionId, url, until, problem));
    }

    /** Has it looked at soon, because its registration can be paid no more. */
    Change<Checkout> hurry(Instant now) {
        if (dueAt == null || !now.isBefore(dueAt)) return Change.none(this);
        return Change.of(with(status, sessionId, url, now, problem));
    }

    private Checkout with(
            Status next,
            @Nullable String session,
            @Nullable String page,
            @Nullable Instant at,
            @Nullable String wrong) {
        return new Checkout(
                id,
                registrationId,
                eventId,
                number,
                amount,
                next,
                session,
                page,
                openedAt,
                expiresAt,
                at == null ? null : Due.key(at, id),
                at,
                wrong);
    }
}
