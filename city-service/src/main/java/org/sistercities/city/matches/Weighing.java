package org.sistercities.city.matches;

import static java.util.stream.Collectors.joining;
import static org.sistercities.city.matches.Facts.Wish.DOES_NOT_FIT;
import static org.sistercities.city.matches.Facts.Wish.FITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Weighs two cities. What the cities wish themselves counts most, then whom they both know, then their sizes and languages; distance, which
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
    private final List<Supplier<String>> reasons = new ArrayList<>();
    private final List<Supplier<String>> against = new ArrayList<>();
    private double score;

    private Weighing(Facts facts) {
        this.facts = facts;
    }

    static Weighing of(Facts facts) {
        var weighing = new Weighing(facts);
        weighing.rules();
        weighing.wishes();
        weighing.acquaintances();
        weighing.languagesAndThemes();
        weighing.sizesAndPlaces();
        return weighing;
    }

    /** What speaks for the two, less what speaks against them, in hundredths; only good for comparing. */
    double score() {
        return Math.round(score * 100) / 100.0;
    }

    String otherId() {
        return facts.other().id();
    }

    /** For a person to read. */
    Suggestion suggestion() {
        return Suggestion.of(facts.other(), score(), facts.isPossible(), texts(reasons), texts(against));
    }

    private static List<String> texts(List<Supplier<String>> texts) {
        return texts.stream().map(Supplier::get).toList();
    }

    private void rules() {
        if (facts.partners()) against(0, () -> "They are partners already.");
        if (facts.other().successorId() != null) against(0, () -> other() + " is part of another city now.");
        if (facts.city().countryCode().equals(facts.other().countryCode()))
            against(0, () -> "Both are in " + facts.city().country() + "; sisters are in different countries.");
    }

    private void wishes() {
        if (facts.wishOfOther() == FITS)
            reason(2, () -> other() + " seeks a sister, and " + city() + " is what it wishes.");
        if (facts.wishOfOther() == DOES_NOT_FIT) against(1, () -> other() + " seeks another kind of sister.");
        if (facts.wish() == FITS) reason(1, () -> other() + " is what " + city() + " seeks.");
        if (facts.wish() == DOES_NOT_FIT) against(1, () -> city() + " seeks another kind of sister.");
    }

    private void acquaintances() {
        var common = facts.commonSisters();
        if (!common.isEmpty())
            reason(0.5 * Math.min(common.size(), MOST_COMMON_SISTERS), () -> "Both are sisters of " + some(common));
        int joining = facts.partnershipsOfCountries();
        if (joining > 0)
            reason(
                    0.25 * Math.log10(1.0 + joining),
                    () -> "%d partnerships join %s and %s."
                            .formatted(
                                    joining,
                                    facts.city().country(),
                                    facts.other().country()));
        if (facts.partnershipsOfOther() > 0)
            reason(0.2, () -> other() + " keeps " + facts.partnershipsOfOther() + " partnerships.");
    }

    private static String some(List<String> names) {
        var named = String.join(", ", names.subList(0, Math.min(names.size(), MOST_COMMON_SISTERS)));
        int unnamed = names.size() - MOST_COMMON_SISTERS;
        return unnamed > 0 ? named + " and " + unnamed + " more." : named + ".";
    }

    private void languagesAndThemes() {
        var languages = facts.commonLanguages();
        if (!languages.isEmpty())
            reason(0.4, () -> names(languages) + (languages.size() == 1 ? " is" : " are") + " spoken in both.");
        var themes = facts.commonThemes();
        if (!themes.isEmpty()) reason(0.3 * themes.size(), () -> "Both wish for " + String.join(", ", themes) + ".");
    }

    private static String names(List<String> languages) {
        return languages.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH))
                .collect(joining(" and "));
    }

    private void sizesAndPlaces() {
        double ratio = facts.ratio();
        if (facts.city().population() != null && facts.other().population() != null) {
            if (ratio <= ABOUT_THE_SAME_SIZE) reason(1, () -> "They are of about the same size.");
            else if (ratio <= OF_A_SIZE) reason(0.5, () -> "They are of a size.");
        }
        if (ratio >= TOO_DIFFERENT)
            against(1, () -> String.format(Locale.ROOT, "One is %.0f times as large as the other.", ratio));
        if (facts.differenceOfLatitudes() <= SAME_CLIMATE_DEGREES)
            reason(0.2, () -> "They lie about as far from the equator.");
        if (facts.isFartherThan(FAR_KILOMETRES)) against(0.1, () -> "They lie on opposite sides of the globe.");
    }

    /** The text is only made for the few pairs somebody gets to read. */
    private void reason(double points, Supplier<String> text) {
        reasons.add(text);
        score += points;
    }

    private void against(double points, Supplier<String> text) {
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
