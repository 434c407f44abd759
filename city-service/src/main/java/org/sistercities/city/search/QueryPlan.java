package org.sistercities.city.search;

import static org.sistercities.city.search.Fields.ANY;
import static org.sistercities.city.search.Fields.PRIMARY;
import static org.sistercities.city.search.Fields.PRIMARY_WORD;
import static org.sistercities.city.search.Fields.QUALIFIER;
import static org.sistercities.city.search.Fields.WORD;
import static org.sistercities.city.search.Terms.allOf;
import static org.sistercities.city.search.Terms.anyOf;
import static org.sistercities.city.search.Terms.both;
import static org.sistercities.city.search.Terms.is;
import static org.sistercities.city.search.Terms.isNearly;
import static org.sistercities.city.search.Terms.startsWith;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.search.Query;

/** What to ask the index for, in which order, given what was typed. */
final class QueryPlan {
    private static final int LETTERS_FOR_ONE_TYPO = 5;
    private static final int LETTERS_FOR_TWO_TYPOS = 9;

    /** One question and what an answer to it is worth. */
    record Step(Tier tier, Query query) {}

    private QueryPlan() {}

    static List<Step> strict(Typed typed) {
        return List.of(
                step(Tier.EXACT_PRIMARY, typed, text -> is(PRIMARY, text)),
                step(Tier.QUALIFIED_PRIMARY, typed, text -> qualified(text, name -> is(PRIMARY, name))),
                step(Tier.EXACT_ANY, typed, text -> is(ANY, text)),
                step(Tier.QUALIFIED_ANY, typed, text -> qualified(text, name -> is(ANY, name))),
                step(Tier.START_PRIMARY, typed, text -> startsWith(PRIMARY, text)),
                step(Tier.QUALIFIED_START, typed, QueryPlan::qualifierHalfTyped),
                step(Tier.WHOLE_WORDS_PRIMARY, typed, QueryPlan::wholeWords),
                step(Tier.WORDS_PRIMARY, typed, text -> words(PRIMARY_WORD, text)),
                step(Tier.WORDS_ANY, typed, text -> words(WORD, text)));
    }

    static List<Step> oneTypo(Typed typed) {
        return List.of(
                step(Tier.TYPO_PRIMARY, typed, text -> typos(PRIMARY, text, 1)),
                step(Tier.TYPO_ANY, typed, text -> typos(ANY, text, 1)),
                step(Tier.TYPO_WORD, typed, text -> nearly(WORD, text, 1)),
                step(Tier.TYPO_START, typed, text -> nearly(Fields.start(PRIMARY), text, 1)));
    }

    static List<Step> twoTypos(Typed typed) {
        return List.of(
                step(Tier.TWO_TYPOS_PRIMARY, typed, text -> typos(PRIMARY, text, 2)),
                step(Tier.TWO_TYPOS_ANY, typed, text -> typos(ANY, text, 2)),
                step(Tier.TWO_TYPOS_WORD, typed, text -> nearly(WORD, text, 2)));
    }

    private static Step step(Tier tier, Typed typed, Function<String, Query> question) {
        return new Step(tier, anyOf(typed.spellings().stream().map(question).toList()));
    }

    /** A name and, before or after it, words that say which of several is meant. */
    private static Query qualified(String text, Function<String, Query> named) {
        var words = Typed.words(text);
        var ways = new ArrayList<Query>();
        for (int i = 1; i < words.size(); i++) {
            var head = words.subList(0, i);
            var tail = words.subList(i, words.size());
            ways.add(both(named.apply(String.join(" ", head)), qualifiers(tail)));
            ways.add(both(named.apply(String.join(" ", tail)), qualifiers(head)));
        }
        return anyOf(ways);
    }

    private static Query qualifiers(List<String> words) {
        return allOf(words.stream().map(word -> is(QUALIFIER, word)).toList());
    }

    /** "springfield ill": the name is whole, the last word after it is not. */
    private static Query qualifierHalfTyped(String text) {
        var words = Typed.words(text);
        var ways = new ArrayList<Query>();
        for (int i = 1; i < words.size(); i++) {
            var parts = new ArrayList<Query>();
            parts.add(is(ANY, String.join(" ", words.subList(0, i))));
            words.subList(i, words.size() - 1).forEach(word -> parts.add(is(QUALIFIER, word)));
            parts.add(startsWith(QUALIFIER, words.getLast()));
            ways.add(allOf(parts));
        }
        return anyOf(ways);
    }

    /** "francisco": words of the name, none of them half-typed. */
    private static Query wholeWords(String text) {
        return allOf(
                Typed.words(text).stream().map(word -> is(PRIMARY_WORD, word)).toList());
    }

    /** Beginnings of words in any order, each of a name or of a qualifier, at least one of a name. */
    private static Query words(String field, String text) {
        var words = Typed.words(text);
        var parts = new ArrayList<Query>();
        parts.add(anyOf(words.stream().map(word -> startsWith(field, word)).toList()));
        words.forEach(word -> parts.add(anyOf(List.of(startsWith(field, word), startsWith(QUALIFIER, word)))));
        return allOf(parts);
    }

    private static Query typos(String field, String text, int edits) {
        return anyOf(List.of(nearly(field, text, edits), qualified(text, name -> nearly(field, name, edits))));
    }

    private static Query nearly(String field, String text, int edits) {
        int enough = edits == 1 ? LETTERS_FOR_ONE_TYPO : LETTERS_FOR_TWO_TYPOS;
        return text.codePointCount(0, text.length()) >= enough ? isNearly(field, text, edits) : anyOf(List.of());
    }
}
