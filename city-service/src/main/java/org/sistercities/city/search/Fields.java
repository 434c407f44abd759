package org.sistercities.city.search;

/** The fields of the index. All terms are folded; nothing is analysed by Lucene itself. */
final class Fields {
    /** Longest beginning that is a term of its own in the {@code …Start} fields, in code points. */
    static final int LONGEST_START = 8;

    /** The local and the English name, whole. */
    static final String PRIMARY = "primary";
    /** Every name, whole. */
    static final String ANY = "any";
    /** Every word of the local and the English name. */
    static final String PRIMARY_WORD = "primaryWord";
    /** Every word of every name. */
    static final String WORD = "word";
    /** Words that say which of several: country, region, their codes. */
    static final String QUALIFIER = "qualifier";
    /** The country's code, to filter by. */
    static final String COUNTRY = "country";
    /** How important the city is; the index is sorted by it, most important first. */
    static final String RANK = "rank";

    static final String ID = "id";
    /** Every name as it is written, to tell by which one a city was found. */
    static final String NAMES = "names";

    private Fields() {}

    /** The field of all beginnings, up to {@link #LONGEST_START}, of another field's terms. */
    static String start(String field) {
        return field + "Start";
    }
}
