package org.sistercities.city.partnership;

import java.time.LocalDate;
import java.util.Collection;
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

    /** An agreement has a text in at least one language. */
    public static final class NoText extends Rejection {
        NoText() {
            super(Reason.INVALID, "An agreement has a text in at least one language.");
        }
    }

    /** Languages are told by BCP 47 tags. */
    public static final class UnknownLanguage extends Rejection {
        UnknownLanguage(String tag) {
            super(Reason.INVALID, tag + " is no BCP 47 language tag, such as en or pt-BR.");
        }
    }

    /** One text for each language. */
    public static final class LanguageTwice extends Rejection {
        LanguageTwice() {
            super(Reason.INVALID, "Two texts are in the same language.");
        }
    }

    /** Once fixed, the text stays: signatures are under it. */
    public static final class TextIsFixed extends Rejection {
        TextIsFixed(Status status) {
            super(Reason.CONFLICT, "The text can be agreed while the partnership is PROPOSED; it is " + status + ".");
            with("status", status);
        }
    }

    /** There is nothing to sign before a text is agreed. */
    public static final class NothingToSign extends Rejection {
        NothingToSign(Status status) {
            super(Reason.CONFLICT, "There is no agreed text to sign; the partnership is " + status + ".");
            with("status", status);
        }
    }

    /** Only parties sign. */
    public static final class NotAParty extends Rejection {
        NotAParty(String cityId) {
            super(Reason.NOT_FOUND, "City " + cityId + " is no party of this partnership.");
        }
    }

    /** All sides sign the same text. */
    public static final class DifferentText extends Rejection {
        DifferentText(String signed, String agreed) {
            super(Reason.CONFLICT, "The text with hash " + signed + " is not the agreed one.");
            with("agreedTextHash", agreed);
        }
    }

    /** A signature once given is not replaced by another. */
    public static final class AlreadySigned extends Rejection {
        AlreadySigned(Signature signature) {
            super(
                    Reason.CONFLICT,
                    signature.signatory().name() + " has signed for " + signature.cityId() + " on "
                            + signature.signedOn() + ".");
        }
    }

    /** Nobody has signed tomorrow. */
    public static final class SignedInTheFuture extends Rejection {
        SignedInTheFuture(LocalDate signedOn) {
            super(Reason.INVALID, signedOn + " is in the future.");
        }
    }
}
