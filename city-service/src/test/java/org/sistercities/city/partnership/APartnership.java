package org.sistercities.city.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Signature.Signatory;
import org.sistercities.contracts.CityDomainEvent.Party;

/** Builds partnerships for specifications: {@code aPartnership("lockport", "asiago").agreed().signedBy("lockport")}. */
final class APartnership {
    static final Instant NOON = Instant.parse("2014-10-03T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2014, 10, 3);
    static final Agreement TEXT = Agreement.of(Map.of("en", "We are sisters.", "it", "Siamo sorelle."));

    private APartnership() {}

    static Partnership aPartnership(String... cities) {
        return Partnership.propose("p1", Kind.SISTER, parties(cities), "anna", NOON)
                .state();
    }

    static Partnership anAgreedPartnership(String... cities) {
        return aPartnership(cities).agree(TEXT, "anna", NOON).state();
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
        return new Signing(city, mayorOf(city), TEXT.textHash(), on, TODAY);
    }

    static Signatory mayorOf(String city) {
        return new Signatory("Mayor of " + city, "Mayor");
    }
}
