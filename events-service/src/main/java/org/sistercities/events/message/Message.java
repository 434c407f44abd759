package org.sistercities.events.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/**
 * A message to one party. It holds no personal data: whom it goes to and what it says is read when it is sent, so it says what is
 * true then.
 *
 * @param id derived from what causes it, so that one cause makes one message
 * @param recipientId of the registration, or of whatever else its kind is for
 * @param due when it is to be sent next, as text that sorts by time and is nobody else's; null when it is not to be sent any more
 * @param attempts how often it was tried since it was last asked for
 * @param edition how often it was asked for, the first time included
 * @param claim of who is sending it, or was when it was last due
 * @param problem why it was not sent, at the last try
 */
record Message(
        String id,
        String eventId,
        String recipientId,
        Kind kind,
        Status status,
        Instant createdAt,
        @Nullable String due,
        @Nullable Instant dueAt,
        int attempts,
        int edition,
        @Nullable String claim,
        @Nullable Instant sentAt,
        @Nullable String problem) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** How far it has come. */
    enum Status {
        /** It is due at some time, or being tried again. */
        WAITING,
        SENT,
        /** The mail server has said that it will never take it. */
        REFUSED,
        /** When it was due, there was nothing to say any more. */
        OVERTAKEN
    }

    static Message due(String id, String eventId, String recipientId, Kind kind, Instant dueAt, Instant now) {
        return new Message(
                id, eventId, recipientId, kind, Status.WAITING, now, key(dueAt, id), dueAt, 0, 1, null, null, null);
    }

    /** What {@link #due} is at this time, without a message's id: less than that of all that are due later. */
    static String key(Instant dueAt, String id) {
        return "%014d-%s".formatted(dueAt.toEpochMilli(), id);
    }

    /** Takes it for a while, for one who will send it; nothing changes when it is not due. */
    Change<Message> claim(String by, Duration lease, Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) return Change.none(this);
        return Change.of(with(status, now.plus(lease), attempts + 1, edition, by, sentAt, problem));
    }

    boolean isClaimedBy(String by) {
        return status == Status.WAITING && by.equals(claim);
    }

    /** It was sent. True whoever has claimed it by now. */
    Change<Message> sent(Instant now) {
        return Change.of(with(Status.SENT, null, attempts, edition, claim, now, null));
    }

    /** It will not be sent, unless somebody asks for it again. */
    Change<Message> givenUp(Status why, String reason) {
        return Change.of(with(why, null, attempts, edition, claim, sentAt, reason));
    }

    /** It could not be sent this time; the pause until the next doubles, for as long as it takes. */
    Change<Message> failed(String by, String reason, Instant now) {
        if (!isClaimedBy(by)) return Change.none(this); // somebody else is at it
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        var next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return Change.of(with(status, next, attempts, edition, null, sentAt, reason));
    }

    /** Has it sent at another time, if it is still to be sent. */
    Change<Message> postponed(Instant next) {
        if (status != Status.WAITING || next.equals(dueAt)) return Change.none(this);
        return Change.of(with(status, next, 0, edition, null, sentAt, problem));
    }

    /**
     * Has it sent once more.
     *
     * @throws StillWaiting when it was not sent yet
     */
    Change<Message> again(Instant now) {
        if (status == Status.WAITING) throw new StillWaiting(Objects.requireNonNull(dueAt));
        return Change.of(with(Status.WAITING, now, 0, edition + 1, null, sentAt, null));
    }

    Change<Message> forgotten() {
        return Change.of(with(status, dueAt, attempts, edition, claim, sentAt, null));
    }

    private Message with(
            Status next,
            @Nullable Instant at,
            int tried,
            int asked,
            @Nullable String by,
            @Nullable Instant sent,
            @Nullable String why) {
        var key = at == null ? null : key(at, id);
        return new Message(id, eventId, recipientId, kind, next, createdAt, key, at, tried, asked, by, sent, why);
    }

    /** The message will be sent anyway. */
    static final class StillWaiting extends Rejection {
        StillWaiting(Instant dueAt) {
            super(Reason.CONFLICT, "The message is still to be sent.");
            with("dueAt", dueAt);
        }
    }
}
