package org.sistercities.city.certificate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.Signature;
import org.sistercities.contracts.CityDomainEvent.Party;

/**
 * Whether a record is what was signed. It tells of tampering with what is stored, no more: a simple electronic signature.
 *
 * @param altered what is no longer as it was, in words
 * @param certificate the number of the certificate, when all have signed
 * @param seal the last signature's: it stands for the text and all signatures
 */
record Verification(
        Result result,
        List<String> altered,
        @Nullable String partnershipId,
        @Nullable Kind kind,
        @Nullable Status status,
        List<Party> parties,
        @Nullable String certificate,
        @Nullable String textHash,
        @Nullable String seal,
        List<Signature> signatures) {

    /** The outcome. */
    enum Result {
        VALID,
        ALTERED,
        /** There is no such partnership or certificate here. */
        UNKNOWN
    }

    static final Verification UNKNOWN =
            new Verification(Result.UNKNOWN, List.of(), null, null, null, List.of(), null, null, null, List.of());

    /** Of a partnership, as far as it has come. */
    static Verification of(Partnership partnership) {
        return of(partnership, partnership.papers().binding());
    }

    /** Of one text that all have signed; a friendship's stays verifiable after its upgrade. */
    static Verification of(Partnership partnership, Optional<Deed> deed) {
        var altered = Inspection.alterations(partnership);
        return new Verification(
                altered.isEmpty() ? Result.VALID : Result.ALTERED,
                altered,
                partnership.id(),
                deed.map(Partnership::kindOf).orElse(partnership.kind()),
                partnership.status(),
                partnership.parties(),
                deed.map(Deed::certificateNumber).orElse(null),
                deed.map(signed -> signed.agreement().textHash()).orElse(null),
                deed.map(Deed::seal).orElse(null),
                deed.map(Deed::signatures).orElse(List.of()));
    }
}
