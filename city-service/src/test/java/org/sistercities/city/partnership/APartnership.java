package org.sistercities.city.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.Signature.Signatory;
import org.sistercities.city.signing.Signing;
import org.sistercities.contracts.CityDomainEvent.Party;

/** Builds partnerships for specifications: {@code aPartnership("lockport", "asiago").agreed().signedBy("lockport")}. */
final class APartnership {
    static final Instant NOON = Instant.parse("2014-10-03T12:00:00Z");
    static final Act ANNA = Act.by("anna", NOON);
    static final Act WITH_NOTE = new Act(null, "anna", "Both councils know.", null, NOON);
    static final LocalDate TODAY = LocalDate.of(2014, 10, 3);
    static final Agreement TEXT = Agreement.of(Map.of("en", "We are sisters.", "it", "Siamo sorelle."));

    private APartnership() {}

    static Partnership aPartnership(String... cities) {
        return proposed(Kind.SISTER, cities);
    }

    static Partnership proposed(Kind kind, String... cities) {
        return Partnership.propose("p1", Proposal.of(kind, parties(cities)), ANNA)
                .state();
    }

    static Partnership anAgreedPartnership(String... cities) {
        return aPartnership(cities).agree(TEXT, null, ANNA).state();
    }

    static List<Party> parties(String... cities) {
        return Stream.of(cities)
                .map(city -> new Party(city, city.toUpperCase(java.util.Locale.ROOT), "US"))
                .toList();
    }

    static Signing signing(String city) {
        return signing(city, TODAY);
    }

    static Signing signing(String city, LocalDate on) {
        return new Signing(city, mayorOf(city), TEXT.textHash(), on, TODAY, null, null);
    }

    static Partnership signed(Kind kind, String... cities) {
        var partnership = proposed(kind, cities).agree(TEXT, null, ANNA).state();
        for (var city : cities)
            partnership = partnership.sign(signing(city), ANNA).state();
        return partnership;
    }

    static Signatory mayorOf(String city) {
        return new Signatory("Mayor of " + city, "Mayor");
    }
}
