package org.sistercities.city.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries in the words of this room. None of them scores: the order of the index is what counts. */
final class Terms {

    private Terms() {}

    static Query is(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    static Query startsWith(String field, String text) {
        return text.codePointCount(0, text.length()) <= Fields.LONGEST_START
                ? is(Fields.start(field), text)
                : new PrefixQuery(new Term(field, text), MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
    }

    /** At most this many letters added, left out, changed or swapped with their neighbour. */
    static Query isNearly(String field, String text, int edits) {
        var term = new Term(field, text);
        return new FuzzyQuery(
                term, edits, 0, FuzzyQuery.defaultMaxExpansions, true, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
    }

    static Query anyOf(Collection<Query> queries) {
        return joined(queries, Occur.SHOULD);
    }

    static Query allOf(Collection<Query> queries) {
        return joined(queries, Occur.FILTER);
    }

    static Query both(Query one, Query other) {
        return allOf(List.of(one, other));
    }

    private static Query joined(Collection<Query> queries, Occur occur) {
        if (queries.isEmpty()) return MatchNoDocsQuery.INSTANCE;
        if (queries.size() == 1) return queries.iterator().next();
        var joined = new BooleanQuery.Builder();
        queries.forEach(query -> joined.add(query, occur));
        return joined.build();
    }
}
