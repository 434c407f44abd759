package org.sistercities.web.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.page.Phrase;

/** Whether a record is what was signed: VALID, ALTERED or UNKNOWN. */
record Verification(
        String result,
        List<String> altered,
        @Nullable String partnershipId,
        @Nullable String status,
        List<PartnershipPage.Party> parties,
        @Nullable String certificate,
        @Nullable String textHash,
        @Nullable String seal,
        List<PartnershipPage.Signature> signatures) {

    /** What was altered. */
    public List<Phrase> alterations() {
        return altered.stream().map(Phrase::new).toList();
    }
}
