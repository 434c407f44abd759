package org.sistercities.city.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.PartialDate;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.partnership.Resolution;
import org.sistercities.city.partnership.Step;
import org.sistercities.city.partnership.Step.What;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.Fingerprint;
import org.sistercities.city.signing.Signature;
import org.sistercities.city.signing.SigningSession;

/**
 * Looks whether a stored partnership is still what its steps have made it: every step seals the one before it and what it
 * brought, every signature the one before it and the text.
 */
final class Inspection {
    private final Partnership partnership;
    private final List<String> altered = new ArrayList<>();

    private Inspection(Partnership partnership) {
        this.partnership = partnership;
    }

    /** What was altered, in words; empty when nothing was. */
    static List<String> alterations(Partnership partnership) {
        var inspection = new Inspection(partnership);
        inspection.history();
        inspection.papers();
        partnership.papers().deeds().forEach(inspection::deed);
        inspection.standing();
        inspection.warnings();
        return List.copyOf(inspection.altered);
    }

    private void history() {
        var steps = partnership.history();
        var previous = partnership.origin();
        for (int i = 0; i < steps.size(); i++) {
            var name = i == 0 ? "step 1, the parties or the warnings" : "step " + (i + 1) + " of the history";
            mustEqual(
                    name,
                    steps.get(i).sealedAfter(previous).seal(),
                    steps.get(i).seal());
            previous = steps.get(i).seal();
        }
    }

    private void papers() {
        var papers = partnership.papers();
        mustBe(What.RESOLVED, "the resolutions", papers.resolutions(), Resolution::fingerprint);
        mustBe(What.SESSION_OPENED, "the signing sessions", papers.sessions(), SigningSession::fingerprint);
        mustBe(
                What.AGREED,
                "the agreed texts",
                papers.deeds(),
                deed -> deed.agreement().textHash());
        var signatures = papers.deeds().stream().flatMap(deed -> deed.signatures().stream());
        mustBe(What.SIGNED, "the signatures", signatures.toList(), Signature::seal);
        var numbers = papers.signed().stream().map(Deed::certificateNumber).toList();
        mustEqual("the certificates", numbers.isEmpty() ? null : numbers, partnership.certificates());
    }

    private <T> void mustBe(What what, String name, List<T> papers, Function<T, String> fingerprint) {
        var brought = steps(what).map(Step::paper).toList();
        mustEqual(name, brought, papers.stream().map(fingerprint).toList());
    }

    private void deed(Deed deed) {
        if (!deed.agreement().matchesItsHash()) altered.add("the text");
        mustEqual("whom the text binds", partnership.cityIds(), deed.sides());
        mustEqual("the bond", Partnership.bond(Partnership.kindOf(deed), deed.sides()), deed.bond());
        var previous = Fingerprint.of(deed.bond(), deed.agreement().textHash());
        for (var signature : deed.signatures()) {
            var name = "the signature of " + signature.cityId();
            mustEqual(name, signature.sealedAfter(previous).seal(), signature.seal());
            mustEqual(name, deed.agreement().textHash(), signature.textHash());
            previous = signature.seal();
        }
    }

    private void standing() {
        var standing = partnership.standing();
        var last = partnership.history().getLast();
        mustEqual("the status", last.status(), standing.status());
        mustEqual("the kind", last.kind(), standing.kind());
        var signed = partnership.papers().signed();
        date(standing.since(), signed.isEmpty() ? null : signed.getLast());
        var before = standing.before();
        if (before != null) date(before.since(), signed.size() < 2 ? null : signed.getFirst());
        var until = standing.until();
        steps(What.PROPOSED, What.RENEWED)
                .reduce((earlier, later) -> later)
                .ifPresent(step -> mustEqual("the term", step.paper(), until == null ? null : Fingerprint.of(until)));
    }

    /** The date of a signed text, or what was recorded. */
    private void date(@Nullable PartialDate date, @Nullable Deed signed) {
        if (signed != null) mustEqual("the date", PartialDate.of(signed.signedOn()), date);
        else
            steps(What.RECORDED)
                    .forEach(step ->
                            mustEqual("the date", step.paper(), date == null ? null : Fingerprint.of(date.iso())));
    }

    private void warnings() {
        var notes = steps(What.OVERRIDDEN).map(Step::note).toList();
        for (var warning : partnership.papers().warnings())
            if (!warning.stands() && !notes.contains(warning.override())) altered.add("the overrides");
    }

    private Stream<Step> steps(What... which) {
        return partnership.history().stream().filter(step -> List.of(which).contains(step.what()));
    }

    private void mustEqual(String name, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found) && !altered.contains(name)) altered.add(name);
    }
}
