package org.sistercities.city.partnership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.sistercities.city.policy.Warning;
import org.sistercities.platform.problem.Rejection;

/** What can be refused about partnerships, one class for each rule. */
public final class Refused {

    private Refused() {}

    /** A partnership has two or more parties. */
    public static final class TooFewParties extends Rejection {
        TooFewParties() {
            super(Reason.INVALID, "A partnership has two or more parties.");
        }
    }

    /** Nobody is a partner of themselves. */
    public static final class SameCityTwice extends Rejection {
        SameCityTwice(String cityId) {
            super(Reason.INVALID, "City " + cityId + " is named twice.");
        }
    }

    /** Parties are cities of the register. */
    public static final class UnknownCity extends Rejection {
        UnknownCity(String cityId) {
            super(Reason.INVALID, "There is no city with id " + cityId + ".");
        }
    }

    /** One partnership of a kind for a set of parties. */
    public static final class AlreadyPartners extends Rejection {
        AlreadyPartners(String partnershipId) {
            super(Reason.CONFLICT, "These cities have a partnership of this kind already: " + partnershipId + ".");
            with("partnershipId", partnershipId);
        }
    }

    /** Representatives act for their own city only. */
    public static final class NotYourCity extends Rejection {
        NotYourCity(Collection<String> cityIds) {
            super(Reason.NOT_ALLOWED, "You represent none of " + String.join(", ", cityIds) + ".");
        }
    }

    /** Once fixed, the text stays: signatures are under it. */
    public static final class TextIsFixed extends Rejection {
        TextIsFixed(Status status) {
            super(Reason.CONFLICT, "No text can be agreed while the partnership is " + status + ".");
            with("partnershipStatus", status);
        }
    }

    /** There is nothing to sign before a text is agreed. */
    public static final class NothingToSign extends Rejection {
        NothingToSign(Status status) {
            super(Reason.CONFLICT, "There is no agreed text to sign; the partnership is " + status + ".");
            with("partnershipStatus", status);
        }
    }

    /** The life cycle has no such step from here. */
    public static final class StepNotPossible extends Rejection {
        StepNotPossible(String step, Status status) {
            super(Reason.CONFLICT, step + " is not possible while the partnership is " + status + ".");
            with("partnershipStatus", status);
            with("possible", Move.possibleIn(status));
        }
    }

    /** Whoever ends or interrupts something says why. */
    public static final class NoteMissing extends Rejection {
        NoteMissing(Move move) {
            super(Reason.INVALID, move + " needs a note that says why.");
        }
    }

    /** Warnings of local policies hold a proposal up until somebody overrides them. */
    public static final class WarningsStand extends Rejection {
        WarningsStand(Collection<Warning> warnings) {
            super(
                    Reason.CONFLICT,
                    "Local policies warn; override them with a note to go on: "
                            + warnings.stream().map(Warning::reason).collect(Collectors.joining(" ")));
            with("warnings", List.copyOf(warnings));
        }
    }

    /** There is no warning to override, or it is another city's. */
    public static final class NothingToOverride extends Rejection {
        NothingToOverride() {
            super(Reason.CONFLICT, "No warning stands that you may override.");
        }
    }

    /** A side's resolution once told is not replaced by another. */
    public static final class AlreadyResolved extends Rejection {
        AlreadyResolved(Resolution resolution) {
            super(
                    Reason.CONFLICT,
                    "The resolution of " + resolution.cityId() + " is " + resolution.reference() + " of "
                            + resolution.date() + ".");
        }
    }

    /** Only projects have a term, and only with one do they expire or get renewed. */
    public static final class NoFixedTerm extends Rejection {
        NoFixedTerm() {
            super(Reason.INVALID, "Only a PROJECT has a fixed term, told by its last day (until).");
        }
    }

    /** A term ends in the future when it is agreed. */
    public static final class TermInThePast extends Rejection {
        TermInThePast(LocalDate until) {
            super(Reason.INVALID, "The term's last day " + until + " is not ahead.");
        }
    }

    /** It expires when its term is over, not earlier. */
    public static final class TermNotOver extends Rejection {
        TermNotOver(LocalDate until) {
            super(Reason.CONFLICT, "The term lasts until the end of " + until + ", everywhere on earth.");
            with("until", until);
        }
    }

    /** An active friendship can be upgraded to a sister partnership; nothing else. */
    public static final class NoUpgrade extends Rejection {
        NoUpgrade(Kind from, Status status, Kind to) {
            super(
                    Reason.CONFLICT,
                    "Only an ACTIVE FRIENDSHIP is upgraded, and to SISTER; this is " + status + ", " + from
                            + ", and was to become " + to + ".");
        }
    }

    /** Signatures refer to sessions that were opened. */
    public static final class UnknownSession extends Rejection {
        UnknownSession(String sessionId) {
            super(Reason.INVALID, "There is no signing session " + sessionId + ".");
        }
    }

    /** A signing can be put off, but not without end. */
    public static final class TooManySessions extends Rejection {
        TooManySessions(int most) {
            super(Reason.CONFLICT, "There are " + most + " signing sessions already.");
        }
    }

    /** There is no signing session with this id. */
    public static final class NoSuchSession extends Rejection {
        NoSuchSession(String sessionId) {
            super(Reason.NOT_FOUND, "There is no signing session " + sessionId + ".");
        }
    }
}
