package org.sistercities.city.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.policy.Warning;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.Signature;
import org.sistercities.contracts.CityDomainEvent.Party;

/**
 * A partnership over HTTP.
 *
 * @param before what it was before it was upgraded, with its date
 * @param certificate the number of the certificate, once all have signed
 * @param agreement the text it stands on, or that waits for the first signatures
 * @param possibleSteps what {@code POST …/steps} would take now from whoever may act for a side
 * @param upgrade the text that is to make sisters of friends, with the signatures it has so far
 */
record PartnershipView(
        String id,
        Kind kind,
        Status status,
        List<Party> parties,
        @Nullable String since,
        @Nullable Former before,
        @Nullable LocalDate until,
        @Nullable String certificate,
        @Nullable Agreement agreement,
        List<Signature> signatures,
        @Nullable Upgrade upgrade,
        List<Move> possibleSteps,
        List<Warning> warnings,
        List<Resolution> resolutions,
        List<SessionView> sessions,
        List<Step> history) {

    /** What it was before. */
    record Former(Kind kind, @Nullable String since) {}

    /** An upgrade under way. */
    record Upgrade(Kind kind, Agreement agreement, List<Signature> signatures) {

        static Upgrade of(Deed deed) {
            return new Upgrade(Partnership.kindOf(deed), deed.agreement(), deed.signatures());
        }
    }

    static PartnershipView of(Partnership partnership, Function<String, CitySummary> cities) {
        var standing = partnership.standing();
        var before = standing.before();
        var papers = partnership.papers();
        var stands = !partnership.status().isUnderWay();
        var open = papers.open();
        var shown = papers.binding().or(() -> stands ? Optional.empty() : open);
        return new PartnershipView(
                partnership.id(),
                standing.kind(),
                standing.status(),
                partnership.parties(),
                iso(standing.since()),
                before == null ? null : new Former(before.kind(), iso(before.since())),
                standing.until(),
                papers.binding().map(Deed::certificateNumber).orElse(null),
                shown.map(Deed::agreement).orElse(null),
                shown.map(Deed::signatures).orElse(List.of()),
                open.filter(deed -> stands).map(Upgrade::of).orElse(null),
                Move.possibleFor(partnership),
                papers.warnings(),
                papers.resolutions(),
                papers.sessions().stream()
                        .map(session -> SessionView.of(session, partnership.cityIds(), cities))
                        .toList(),
                partnership.history());
    }

    private static @Nullable String iso(@Nullable PartialDate date) {
        return date == null ? null : date.iso();
    }
}
