package org.sistercities.city.search;

import static org.sistercities.city.search.CityIndex.MOST_IMPORTANT_FIRST;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.sistercities.city.search.QueryPlan.Step;

/**
 * Asks the questions of a {@link QueryPlan} one after the other until there are candidates enough. The index is sorted, so each
 * question is answered by the first documents that match, without looking at the rest.
 */
final class Candidates {
    private static final int ENOUGH_WITHOUT_TYPO = 3;

    private final IndexSearcher searcher;
    private final Optional<Query> filter;

    Candidates(IndexSearcher searcher, Optional<String> country) {
        this.searcher = searcher;
        this.filter = country.map(code -> Terms.is(Fields.COUNTRY, code));
    }

    /** The most important cities. */
    List<Candidate> all(int count) throws IOException {
        var found = new LinkedHashMap<Integer, Tier>();
        for (var hit : top(MatchAllDocsQuery.INSTANCE, count)) found.put(hit.doc, Tier.START_PRIMARY);
        return candidates(found);
    }

    /** At least {@code count} cities, if so many match, in the order of the questions that found them. */
    List<Candidate> matching(Typed typed, int count) throws IOException {
        var found = new LinkedHashMap<Integer, Tier>();
        gather(QueryPlan.strict(typed), count, found);
        if (mayHaveTypos(found)) gather(QueryPlan.oneTypo(typed), count, found);
        if (mayHaveTypos(found)) gather(QueryPlan.twoTypos(typed), count, found);
        return candidates(found);
    }

    private static boolean mayHaveTypos(Map<Integer, Tier> found) {
        return found.size() < ENOUGH_WITHOUT_TYPO
                && !found.containsValue(Tier.EXACT_PRIMARY)
                && !found.containsValue(Tier.QUALIFIED_PRIMARY);
    }

    /** Every name of a city as it is written. */
    List<String> namesOf(int document) throws IOException {
        return List.of(
                searcher.storedFields().document(document, Set.of(Fields.NAMES)).getValues(Fields.NAMES));
    }

    private void gather(List<Step> steps, int count, Map<Integer, Tier> found) throws IOException {
        for (var step : steps) {
            if (found.size() >= count) return;
            for (var hit : top(step.query(), count)) found.merge(hit.doc, step.tier(), Tier::better);
        }
    }

    private ScoreDoc[] top(Query query, int count) throws IOException {
        int most = Math.min(count, Math.max(1, searcher.getIndexReader().maxDoc()));
        var filtered = filter.map(condition -> Terms.both(query, condition)).orElse(query);
        return searcher.search(filtered, new TopFieldCollectorManager(MOST_IMPORTANT_FIRST, most, most)).scoreDocs;
    }

    private List<Candidate> candidates(Map<Integer, Tier> found) throws IOException {
        var candidates = new ArrayList<Candidate>(found.size());
        for (var entry : found.entrySet())
            candidates.add(new Candidate(entry.getKey(), cityId(entry.getKey()), entry.getValue()));
        return candidates;
    }

    private String cityId(int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var ids = leaf.reader().getBinaryDocValues(Fields.ID);
        if (ids == null || !ids.advanceExact(document - leaf.docBase))
            throw new IllegalStateException("a city without id");
        return ids.binaryValue().utf8ToString();
    }
}
