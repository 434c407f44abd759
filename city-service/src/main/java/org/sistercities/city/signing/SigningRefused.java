package org.sistercities.city.signing;

import java.time.LocalDate;
import org.sistercities.platform.problem.Rejection;

/** What can be refused about a text and its signatures, one class for each rule. */
public final class SigningRefused {

    private SigningRefused() {}

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

    /** Only parties sign. */
    public static final class NotAParty extends Rejection {
        public NotAParty(String cityId) {
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
