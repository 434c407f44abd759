package org.sistercities.city.matches;

import static org.sistercities.city.matches.Facts.Wish.DOES_NOT_FIT;
import static org.sistercities.city.matches.Facts.Wish.FITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Weighs two cities. What the cities wish themselves counts most, then whom they both know, then their sizes; distance, which
 * hardly keeps sisters apart, counts little.
 */
final class Weighing {
    private static final double ABOUT_THE_SAME_SIZE = 1.5;
    private static final double OF_A_SIZE = 3;
    private static final double TOO_DIFFERENT = 20;
    private static final double SAME_CLIMATE_DEGREES = 5;
    private static final double FAR_KILOMETRES = 15_000;
    private static final int MOST_COMMON_SISTERS = 4;

    private final Facts facts;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> against = new ArrayList<>();
    private double score;

    private Weighing(Facts facts) {
        this.facts = facts;
    }

    static Suggestion of(Facts facts) {
        var weighing = new Weighing(facts);
        weighing.rules();
        weighing.wishes();
        weighing.acquaintances();
        weighing.sizesAndPlaces();
        return Suggestion.of(
                facts.other(),
                Math.round(weighing.score * 100) / 100.0,
                facts.isPossible(),
                List.copyOf(weighing.reasons),
                List.copyOf(weighing.against));
    }

    private void rules() {
        if (facts.partners()) against("They are partners already.", 0);
        if (facts.city().countryCode().equals(facts.other().countryCode()))
            against("Both are in " + facts.city().country() + "; sisters are in different countries.", 0);
    }

    private void wishes() {
        if (facts.wishOfOther() == FITS) reason(other() + " seeks a sister, and " + city() + " is what it wishes.", 2);
        if (facts.wishOfOther() == DOES_NOT_FIT) against(other() + " seeks another kind of sister.", 1);
        if (facts.wish() == FITS) reason(other() + " is what " + city() + " seeks.", 1);
        if (facts.wish() == DOES_NOT_FIT) against(city() + " seeks another kind of sister.", 1);
    }

    private void acquaintances() {
        var common = facts.commonSisters();
        if (!common.isEmpty()) {
            var named = common.stream().limit(MOST_COMMON_SISTERS).toList();
            int unnamed = common.size() - named.size();
            reason(
                    "Both are sisters of " + String.join(", ", named)
                            + (unnamed > 0 ? " and " + unnamed + " more." : "."),
                    0.5 * named.size());
        }
        if (facts.partnershipsOfCountries() > 0)
            reason(
                    "%d partnerships join %s and %s."
                            .formatted(
                                    facts.partnershipsOfCountries(),
                                    facts.city().country(),
                                    facts.other().country()),
                    0.25 * Math.log10(1.0 + facts.partnershipsOfCountries()));
        if (facts.partnershipsOfOther() > 0)
            reason(other() + " keeps " + facts.partnershipsOfOther() + " partnerships.", 0.2);
    }

    private void sizesAndPlaces() {
        double ratio = facts.ratio();
        if (facts.city().population() != null && facts.other().population() != null) {
            if (ratio <= ABOUT_THE_SAME_SIZE) reason("They are of about the same size.", 1);
            else if (ratio <= OF_A_SIZE) reason("They are of a size.", 0.5);
        }
        if (ratio >= TOO_DIFFERENT)
            against(String.format(Locale.ROOT, "One is %.0f times as large as the other.", ratio), 1);
        if (facts.differenceOfLatitudes() <= SAME_CLIMATE_DEGREES)
            reason("They lie about as far from the equator.", 0.2);
        if (facts.city().coordinates().kilometresTo(facts.other().coordinates()) > FAR_KILOMETRES)
            against("They lie on opposite sides of the globe.", 0.1);
    }

    private void reason(String text, double points) {
        reasons.add(text);
        score += points;
    }

    private void against(String text, double points) {
        against.add(text);
        score -= points;
    }

    private String city() {
        return facts.city().name();
    }

    private String other() {
        return facts.other().name();
    }
}
