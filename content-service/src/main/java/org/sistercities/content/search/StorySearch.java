package org.sistercities.content.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.sistercities.content.names.CityNames;
import org.sistercities.content.reading.Catalog;
import org.sistercities.content.reading.Pictures;
import org.sistercities.content.reading.StoryItem;
import org.sistercities.content.reading.Teaser;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/** Finds published stories by their words, and those related to one. */
@Component
class StorySearch {
    private static final int DEEPEST = 1_000;
    private static final int COUNTED = 1_000;
    private static final int PASSAGES = 2;

    private final StoryIndex index;
    private final Catalog catalog;
    private final CityNames names;
    private final Pictures pictures;

    StorySearch(StoryIndex index, Catalog catalog, CityNames names, Pictures pictures) {
        this.index = index;
        this.catalog = catalog;
        this.names = names;
        this.pictures = pictures;
    }

    /** The best first; those with all words, else those with some. */
    Page<FoundStory> find(Question question, Offset from, int limit) {
        int deep = Math.min(from.items() + limit + 1, DEEPEST);
        if (from.items() >= DEEPEST) return new Page<>(List.of(), null);
        return index.search(searcher -> {
            for (var all : List.of(true, false)) {
                var query = Queries.of(question, index.suffixes(), all);
                if (query == null) break;
                var top = searcher.search(query, new TopScoreDocCollectorManager(deep, COUNTED));
                if (top.scoreDocs.length > 0) return page(searcher, query, top, from, limit);
            }
            return new Page<FoundStory>(List.of(), null);
        });
    }

    /** What else there is about the same, in the same language; what has most in common first, the rarer the better. */
    List<StoryItem> related(Teaser story, int limit) {
        var subjects =
                Subjects.of(story.cityIds(), story.partnershipIds(), story.eventIds(), story.tags(), story.series());
        if (subjects.isEmpty()) return List.of();
        var query = Queries.related(story.id(), story.kind(), story.language(), subjects);
        return index.search(searcher -> {
            var items = new ArrayList<StoryItem>();
            for (var hit : searcher.search(query, new TopScoreDocCollectorManager(limit, COUNTED)).scoreDocs)
                catalog.find(id(searcher, hit)).ifPresent(found -> items.add(StoryItem.of(found, names, pictures)));
            return items;
        });
    }

    private Page<FoundStory> page(IndexSearcher searcher, Query query, TopDocs top, Offset from, int limit)
            throws IOException {
        var hits = Arrays.stream(top.scoreDocs).skip(from.items()).limit(limit).toList();
        var next = top.scoreDocs.length > from.items() + limit ? String.valueOf(from.items() + limit) : null;
        return new Page<>(found(searcher, query, hits), next);
    }

    private List<FoundStory> found(IndexSearcher searcher, Query query, List<ScoreDoc> hits) throws IOException {
        var stories = new ArrayList<Teaser>();
        var docs = new ArrayList<Integer>();
        for (var hit : hits)
            catalog.find(id(searcher, hit)).ifPresent(story -> {
                stories.add(story);
                docs.add(hit.doc);
            });
        var highlights = highlights(searcher, query, stories, docs);
        return IntStream.range(0, stories.size())
                .mapToObj(i -> new FoundStory(StoryItem.of(stories.get(i), names, pictures), highlights.get(i)))
                .toList();
    }

    /**
     * For each story its passages, the words found in {@code <mark>}, all else escaped. Headline and text at once, so that a story is
     * read once.
     */
    private static List<FoundStory.Highlight> highlights(
            IndexSearcher searcher, Query query, List<Teaser> stories, List<Integer> docs) throws IOException {
        var bySuffix = new HashMap<String, List<Integer>>();
        for (int i = 0; i < stories.size(); i++)
            bySuffix.computeIfAbsent(Analyzers.suffix(stories.get(i).language()), _ -> new ArrayList<>())
                    .add(i);
        var highlights = new FoundStory.Highlight[stories.size()];
        var highlighter = new Highlighter(searcher);
        for (Map.Entry<String, List<Integer>> places : bySuffix.entrySet()) {
            var headline = StoryIndex.HEADLINE + places.getKey();
            var body = StoryIndex.BODY + places.getKey();
            var ids = places.getValue().stream().mapToInt(docs::get).toArray();
            var found = highlighter.highlightFields(
                    new String[] {headline, body}, query, ids, new int[] {PASSAGES, PASSAGES});
            var headlines = Objects.requireNonNull(found.get(headline));
            var bodies = Objects.requireNonNull(found.get(body));
            for (int i = 0; i < ids.length; i++)
                highlights[places.getValue().get(i)] =
                        new FoundStory.Highlight(String.valueOf(headlines[i]), String.valueOf(bodies[i]));
        }
        return List.of(highlights);
    }

    private static String id(IndexSearcher searcher, ScoreDoc hit) {
        var leaves = searcher.getLeafContexts();
        var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        try {
            var ids = DocValues.getBinary(leaf.reader(), StoryIndex.ID);
            if (!ids.advanceExact(hit.doc - leaf.docBase)) throw new IllegalStateException("a story without its id");
            return ids.binaryValue().utf8ToString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
