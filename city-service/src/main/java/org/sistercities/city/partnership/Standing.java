package org.sistercities.city.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a partnership is at present.
 *
 * @param since the date of the last signature, or what a list of earlier years says
 * @param before what it was before it was upgraded
 * @param until the last day of a fixed term
 */
public record Standing(
        Kind kind,
        Status status,
        @Nullable PartialDate since,
        @Nullable Stage before,
        @Nullable LocalDate until) {

    /** An earlier kind, with its own date. */
    public record Stage(Kind kind, @Nullable PartialDate since) {}

    static Standing first(Kind kind, Status status) {
        return new Standing(kind, status, null, null, null);
    }

    Standing to(Status next) {
        return new Standing(kind, next, since, before, until);
    }

    Standing until(@Nullable LocalDate last) {
        return new Standing(kind, status, since, before, last);
    }

    Standing since(@Nullable PartialDate date) {
        return new Standing(kind, status, date, before, until);
    }

    Standing signed(Kind signedKind, LocalDate on) {
        var stage = signedKind == kind ? before : new Stage(kind, since);
        return new Standing(signedKind, Status.ACTIVE, PartialDate.of(on), stage, until);
    }
}
