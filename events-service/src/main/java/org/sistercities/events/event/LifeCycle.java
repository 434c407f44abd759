package org.sistercities.events.event;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** What an event refuses because of where it stands in its life. */
public final class LifeCycle {

    private LifeCycle() {}

    /** Only what visitors have seen is concluded or cancelled. */
    public static final class NotPublishedYet extends Rejection {
        NotPublishedYet() {
            super(Reason.CONFLICT, "The event is a draft; publish it first.");
        }
    }

    /** The event is concluded or cancelled; nothing about it changes any more. */
    public static final class EventIsClosed extends Rejection {
        EventIsClosed(Event.Status status) {
            super(Reason.CONFLICT, "Nothing about the event changes any more.");
            with("eventStatus", status);
        }
    }

    /** The event has not ended yet. */
    public static final class NotOverYet extends Rejection {
        NotOverYet(Instant endsAt) {
            super(Reason.CONFLICT, "The event is not over yet.");
            with("endsAt", endsAt);
        }
    }

    /** The event would be over before anybody has seen it. */
    public static final class EndsInThePast extends Rejection {
        EndsInThePast(Instant endsAt) {
            super(Reason.CONFLICT, "The event is over already.");
            with("endsAt", endsAt);
        }
    }

    /** The start of an event that has begun cannot be moved. */
    public static final class EventHasBegun extends Rejection {
        EventHasBegun(Instant startsAt) {
            super(Reason.CONFLICT, "The event has begun; its start cannot be moved any more.");
            with("startsAt", startsAt);
        }
    }

    /** A published event is moved to a time ahead only. */
    public static final class StartsInThePast extends Rejection {
        StartsInThePast(Instant startsAt) {
            super(Reason.INVALID, "A published event can only be moved to a time ahead.");
            with("startsAt", startsAt);
        }
    }

    /** The slug of a published event is an address others may have kept. */
    public static final class SlugIsPublished extends Rejection {
        SlugIsPublished(String slug) {
            super(Reason.CONFLICT, "The event is published under " + slug + "; that address stays.");
        }
    }

    /** There is nothing to be had, for the event does not take place. */
    public static final class EventIsCancelled extends Rejection {
        EventIsCancelled(Cancellation cancellation) {
            super(Reason.CONFLICT, "The event is cancelled: " + cancellation.reason());
            with("since", cancellation.at());
        }
    }
}
