package org.sistercities.city.matches;

import static org.sistercities.city.matches.Facts.Wish.DOES_NOT_FIT;
import static org.sistercities.city.matches.Facts.Wish.FITS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    private final List<Function<Wording, String>> reasons = new ArrayList<>();
    private final List<Function<Wording, String>> against = new ArrayList<>();
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
    Suggestion suggestion(Wording wording) {
        return Suggestion.of(
                facts.other(), score(), facts.isPossible(), said(reasons, wording), said(against, wording));
    }

    private static List<String> said(List<Function<Wording, String>> texts, Wording wording) {
        return texts.stream().map(text -> text.apply(wording)).toList();
    }

    private void rules() {
        if (facts.partners()) against(0, in -> in.say("partners"));
        if (facts.other().successorId() != null) against(0, in -> in.say("successor", other()));
        if (facts.city().countryCode().equals(facts.other().countryCode()))
            against(0, in -> in.say("same-country", in.country(facts.city().countryCode())));
    }

    private void wishes() {
        if (facts.wishOfOther() == FITS) reason(2, in -> in.say("seeks-this", other(), city()));
        if (facts.wishOfOther() == DOES_NOT_FIT) against(1, in -> in.say("seeks-another", other()));
        if (facts.wish() == FITS) reason(1, in -> in.say("is-sought", other(), city()));
        if (facts.wish() == DOES_NOT_FIT) against(1, in -> in.say("seeks-another", city()));
    }

    private void acquaintances() {
        var common = facts.commonSisters();
        if (!common.isEmpty()) reason(0.5 * Math.min(common.size(), MOST_COMMON_SISTERS), in -> sisters(common, in));
        int joining = facts.partnershipsOfCountries();
        if (joining > 0)
            reason(
                    0.25 * Math.log10(1.0 + joining),
                    in -> in.say(
                            "joined-countries",
                            joining,
                            in.country(facts.city().countryCode()),
                            in.country(facts.other().countryCode())));
        if (facts.partnershipsOfOther() > 0) reason(0.2, in -> in.say("keeps", other(), facts.partnershipsOfOther()));
    }

    private static String sisters(List<String> names, Wording in) {
        int unnamed = names.size() - MOST_COMMON_SISTERS;
        if (unnamed <= 0) return in.say("common-sisters", in.list(names));
        return in.say("common-sisters-and-more", String.join(", ", names.subList(0, MOST_COMMON_SISTERS)), unnamed);
    }

    private void languagesAndThemes() {
        var languages = facts.commonLanguages();
        if (!languages.isEmpty()) reason(0.4, in -> in.say("language", in.languages(languages), languages.size()));
        var themes = facts.commonThemes();
        if (!themes.isEmpty()) reason(0.3 * themes.size(), in -> in.say("themes", in.themes(themes)));
    }

    private void sizesAndPlaces() {
        double ratio = facts.ratio();
        if (facts.city().population() != null && facts.other().population() != null) {
            if (ratio <= ABOUT_THE_SAME_SIZE) reason(1, in -> in.say("same-size"));
            else if (ratio <= OF_A_SIZE) reason(0.5, in -> in.say("of-a-size"));
        }
        if (ratio >= TOO_DIFFERENT) against(1, in -> in.say("different-size", Math.round(ratio)));
        if (facts.differenceOfLatitudes() <= SAME_CLIMATE_DEGREES) reason(0.2, in -> in.say("latitude"));
        if (facts.isFartherThan(FAR_KILOMETRES)) against(0.1, in -> in.say("far-side"));
    }

    /** The text is only made for the few pairs somebody gets to read. */
    private void reason(double points, Function<Wording, String> text) {
        reasons.add(text);
        score += points;
    }

    private void against(double points, Function<Wording, String> text) {
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
