package org.sistercities.events.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * A word that opens ticket types which cannot be had without, makes tickets cheaper, or both. How often it may still be used
 * stands among the event's quotas, so that its last use is given once.
 *
 * @param ticketTypes for which it is good; empty for all
 * @param uses how many registrations may use it; null for any number
 */
public record Code(
        String id,
        String eventId,
        String code,
        List<String> ticketTypes,
        boolean access,
        @Nullable Discount discount,
        @Nullable Integer uses,
        boolean revoked) {

    /** The quota that counts the uses of a code. */
    public static String quota(String code) {
        return "code:" + code;
    }

    public static boolean isQuotaOfACode(String quota) {
        return quota.startsWith("code:");
    }

    /** The same, good for nothing any more. */
    public Code revoke() {
        return new Code(id, eventId, code, ticketTypes, access, discount, uses, true);
    }

    boolean isFor(TicketType type) {
        return ticketTypes.isEmpty() || ticketTypes.contains(type.id());
    }

    boolean opens(TicketType type) {
        return access && isFor(type);
    }

    /** How much cheaper this code makes so many tickets. */
    Money off(TicketType type, int count) {
        if (discount == null || !isFor(type)) return Money.zero(type.price().currency());
        return discount.off(type.price()).times(count);
    }

    /** The event has no such code, or has it no longer. */
    public static final class UnknownCode extends Rejection {
        public UnknownCode(String code) {
            super(Reason.INVALID, "The code " + code + " is not good for this event.");
        }
    }

    /** The code is good, but for none of these tickets. */
    public static final class CodeForOtherTickets extends Rejection {
        CodeForOtherTickets(Code code) {
            super(Reason.INVALID, "The code " + code.code + " is good for other tickets than these.");
            with("ticketTypes", code.ticketTypes);
        }
    }

    /** Tickets of this type are for those who have a code. */
    public static final class CodeNeeded extends Rejection {
        CodeNeeded(TicketType type) {
            super(Reason.NOT_ALLOWED, type.name() + " is for those who have a code.");
            with("ticketType", type.id());
        }
    }
}
