package org.sistercities.content.gift;

import org.sistercities.platform.payment.Charge;
import org.sistercities.platform.problem.Rejection;

/** The rules that say no to gifts. */
final class GiftRefused {

    private GiftRefused() {}

    /** Too little, too much, in another currency, or with decimals the currency has not. */
    static final class AmountNotTaken extends Rejection {
        AmountNotTaken(Charge least, Charge most) {
            super(Reason.INVALID, "A gift is between " + least + " and " + most + ".");
            with("least", least.amount().toPlainString());
            with("most", most.amount().toPlainString());
            with("currency", least.currency().getCurrencyCode());
        }
    }

    /** No payment provider is configured. */
    static final class CardGiftsNotOffered extends Rejection {
        CardGiftsNotOffered() {
            super(Reason.CONFLICT, "Gifts by card are not taken here; promise one.");
        }
    }

    /** Whose card is charged is known as long as it is. */
    static final class StillCharged extends Rejection {
        StillCharged() {
            super(
                    Reason.CONFLICT,
                    "A card is charged for this gift each month; end it first, and its donor can be forgotten once the provider has confirmed.");
        }
    }

    /** Only what goes on can be ended. */
    static final class NothingToEnd extends Rejection {
        NothingToEnd() {
            super(Reason.CONFLICT, "It is given once, or nothing has been paid yet: nothing more will be charged.");
        }
    }

    /** Nobody collects for this. */
    static final class UnknownDesignation extends Rejection {
        UnknownDesignation(String what) {
            super(Reason.INVALID, what);
        }
    }

    /** Only the provider says what becomes of its pages. */
    static final class NotAPledge extends Rejection {
        NotAPledge() {
            super(Reason.CONFLICT, "It is given by card: the provider tells what becomes of it.");
        }
    }

    /** It was to come once, and has. */
    static final class AlreadySettled extends Rejection {
        AlreadySettled() {
            super(Reason.CONFLICT, "The money of this gift has come.");
        }
    }

    /** Nothing was received yet. */
    static final class NotSettled extends Rejection {
        NotSettled() {
            super(Reason.CONFLICT, "Nothing has come of this gift, or all has gone back: there is nothing to confirm.");
        }
    }

    /** No money with this reference came. */
    static final class NoSuchReceipt extends Rejection {
        NoSuchReceipt() {
            super(Reason.CONFLICT, "No money with this reference came for this gift.");
        }
    }

    /** Whoever sends money back by hand says how. */
    static final class HowItWentBackMissing extends Rejection {
        HowItWentBackMissing() {
            super(Reason.INVALID, "Say how it went back, such as the reference of the transfer.");
        }
    }

    /** The link is of another gift, or none of ours. */
    static final class NotYourGift extends Rejection {
        NotYourGift() {
            super(Reason.NOT_ALLOWED, "Use the link of this very gift.");
        }
    }
}
