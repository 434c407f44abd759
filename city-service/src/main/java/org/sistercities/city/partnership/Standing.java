package org.sistercities.city.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.signing.Fingerprint;

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

    /** A day is over everywhere on earth when it is over here. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** An earlier kind, with its own date. */
    public record Stage(Kind kind, @Nullable PartialDate since) {}

    static Standing first(Kind kind, Status status) {
        return new Standing(kind, status, null, null, null);
    }

    Standing to(Status next) {
        return new Standing(kind, next, since, before, until);
    }

    /**
     * With the last day of its term, if it has one.
     *
     * @throws Refused.TermInThePast when that is not ahead
     */
    Standing until(@Nullable LocalDate last, Act act) {
        if (last != null && !last.isAfter(LocalDate.ofInstant(act.at(), ZoneOffset.UTC)))
            throw new Refused.TermInThePast(last);
        return new Standing(kind, status, since, before, last);
    }

    /** The fingerprint of the term. */
    @Nullable
    String term() {
        return until == null ? null : Fingerprint.of(until);
    }

    /** Whether its term is over, everywhere on earth. */
    boolean isOver(Instant now) {
        return until != null && until.isBefore(LocalDate.ofInstant(now, LAST_ZONE));
    }

    Standing expired(Act act) {
        if (until == null) throw new Refused.NoFixedTerm();
        if (!isOver(act.at())) throw new Refused.TermNotOver(until);
        return to(Status.EXPIRED);
    }

    Standing renewed(@Nullable LocalDate last, Act act) {
        if (kind != Kind.PROJECT || last == null) throw new Refused.NoFixedTerm();
        return until(last, act);
    }

    /** Itself, because friends stay friends until the upgrade is signed. */
    Standing upgradableTo(Kind next) {
        if (status != Status.ACTIVE || kind != Kind.FRIENDSHIP || next != Kind.SISTER)
            throw new Refused.NoUpgrade(kind, status, next);
        return this;
    }

    Standing since(@Nullable PartialDate date) {
        return new Standing(kind, status, date, before, until);
    }

    Standing signed(Kind signedKind, LocalDate on) {
        var stage = signedKind == kind ? before : new Stage(kind, since);
        return new Standing(signedKind, Status.ACTIVE, PartialDate.of(on), stage, until);
    }
}
