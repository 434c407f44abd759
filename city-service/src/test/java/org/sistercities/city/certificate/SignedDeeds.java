package org.sistercities.city.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.Signature.Signatory;
import org.sistercities.city.signing.Signing;
import org.sistercities.contracts.CityDomainEvent.Party;

/** Texts that all sides have signed. */
final class SignedDeeds {
    private static final LocalDate DAY = LocalDate.of(2014, 10, 3);

    private SignedDeeds() {}

    static Deed deed(List<Party> parties, Map<String, String> texts, String session, String... names) {
        var sides = parties.stream().map(Party::cityId).toList();
        var deed = Deed.of("SISTER " + String.join(" ", sides), sides, Agreement.of(texts));
        for (int i = 0; i < names.length; i++) {
            var head = new Signatory(names[i], "Mayor");
            var signing = new Signing(sides.get(i), head, deed.agreement().textHash(), DAY, DAY, null, session);
            deed = deed.signed(signing, Instant.parse("2014-10-03T16:04:37Z"));
        }
        return deed;
    }
}
