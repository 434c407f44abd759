package org.sistercities.city.search;

/**
 * In which way a city matches what was typed. {@link Importance} spans about two points: a whole primary name beats any
 * beginning of a name unless the other city is far more important. A preferred name with one typo counts a little more than the
 * words of another name in some order; every other typo counts less than any match without one.
 */
enum Tier {
    EXACT_PRIMARY(3),
    QUALIFIED_PRIMARY(3),
    EXACT_ANY(1.7),
    CODE(1.2),
    QUALIFIED_ANY(2),
    START_PRIMARY(2),
    QUALIFIED_START(2),
    WHOLE_WORDS_PRIMARY(1.8),
    WORDS_PRIMARY(1.2),
    START_ANY(1.2),
    WORDS_ANY(0.5),
    QUALIFIED_TYPO(0.6),
    TYPO_PRIMARY(0.6),
    TYPO_ANY(-0.6),
    TYPO_WORD(-0.7),
    TYPO_START(-0.9),
    TWO_TYPOS_PRIMARY(-10),
    TWO_TYPOS_ANY(-10.7),
    TWO_TYPOS_WORD(-11);

    private final double weight;

    Tier(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
