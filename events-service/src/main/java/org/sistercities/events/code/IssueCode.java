package org.sistercities.events.code;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Discount;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Price;
import org.sistercities.platform.problem.Rejection;

/**
 * The events team gives out a code: to open ticket types ({@code access}), to make tickets cheaper, or both.
 *
 * @param ticketTypes for which it is good; absent or empty for all
 * @param uses how many registrations may use it; absent for any number
 */
record IssueCode(
        @NotNull @Pattern(regexp = FORM, message = "must be 3 to 40 capital letters, digits and hyphens")
        String code,

        @Size(max = 100) List<@NotNull String> ticketTypes,
        @Nullable Boolean access,
        @Nullable @Min(1) @Max(100) Integer percentOff,
        @Nullable @Valid Price amountOff,
        @Nullable @Min(1) @Max(1_000_000) Integer uses) {
    static final String FORM = "[A-Z0-9-]{3,40}";

    IssueCode {
        ticketTypes = Objects.requireNonNullElse(ticketTypes, List.of()); // may be absent
    }

    /** @throws GoodForNothing when it would change nothing, or contradicts itself or the event */
    Code in(Event event) {
        var known = ticketTypes.stream().allMatch(type -> event.ticketType(type).isPresent());
        boolean access = Boolean.TRUE.equals(this.access);
        boolean foreign = amountOff != null
                && !amountOff
                        .currency()
                        .equals(event.ticketTypes().getFirst().price().currency());
        if (!known || foreign || (percentOff != null && amountOff != null)) throw new GoodForNothing();
        if (!access && percentOff == null && amountOff == null) throw new GoodForNothing();
        var discount = percentOff == null && amountOff == null
                ? null
                : new Discount(percentOff, amountOff == null ? null : amountOff.money());
        return new Code(Codes.id(event.id(), code), event.id(), code, ticketTypes, access, discount, uses, false);
    }

    /** A code that would open nothing and make nothing cheaper. */
    static final class GoodForNothing extends Rejection {
        GoodForNothing() {
            super(
                    Reason.INVALID,
                    "A code opens ticket types of this event (access), or takes percentOff or an amountOff in its currency.");
        }
    }
}
