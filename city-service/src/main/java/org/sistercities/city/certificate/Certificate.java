package org.sistercities.city.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.Signature;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.contracts.CityDomainEvent.Party;

/**
 * What a certificate says.
 *
 * @param sessions those that heads have signed in
 */
record Certificate(Kind kind, List<Party> parties, Deed deed, List<SigningSession> sessions) {

    /** That of the text which all have signed last. */
    static Optional<Certificate> of(Partnership partnership) {
        return partnership.papers().binding().map(deed -> {
            var used = deed.signatures().stream().map(Signature::sessionId).toList();
            var sessions = partnership.papers().sessions().stream()
                    .filter(session -> used.contains(session.id()))
                    .toList();
            return new Certificate(Partnership.kindOf(deed), partnership.parties(), deed, sessions);
        });
    }

    /** When it came to be: when the last signature was told. */
    Instant issuedAt() {
        return deed.signatures().getLast().at();
    }

    String nameOf(String cityId) {
        return parties.stream()
                .filter(party -> party.cityId().equals(cityId))
                .map(Party::name)
                .findFirst()
                .orElse(cityId);
    }

    @Nullable
    SigningSession sessionOf(Signature signature) {
        return sessions.stream()
                .filter(session -> session.id().equals(signature.sessionId()))
                .findFirst()
                .orElse(null);
    }
}
