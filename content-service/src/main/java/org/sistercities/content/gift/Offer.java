package org.sistercities.content.gift;

import org.jspecify.annotations.Nullable;
import org.sistercities.platform.payment.Charge;

/** What somebody has decided to give. */
public record Offer(
        Charge amount,
        Rhythm rhythm,
        Way way,
        @Nullable Designation designation,
        @Nullable Tribute tribute,
        Anonymity anonymity,
        @Nullable Donor donor) {

    /** How often. */
    public enum Rhythm {
        ONE_OFF,
        MONTHLY
    }

    /** How the money comes. */
    public enum Way {
        /** On the page of a payment provider. */
        CARD,
        /** By transfer, as promised. */
        PLEDGE
    }

    /** Who may know. */
    public enum Anonymity {
        /** Everybody may read the name. */
        PUBLIC,
        /** Everybody may know that somebody gave. */
        ANONYMOUS,
        /** Nobody but staff. */
        STAFF_ONLY
    }

    /** The same without anybody's name. */
    Offer withoutPeople() {
        return new Offer(amount, rhythm, way, designation, null, Anonymity.STAFF_ONLY, null);
    }
}
