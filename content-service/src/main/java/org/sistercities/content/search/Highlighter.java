package org.sistercities.content.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Comparator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * Lucene's, but the sentences of a text's body are read from the index. By terms, as queries have nothing else: "weight matches" looks up
 * those of all languages and fields for each story.
 */
final class Highlighter extends UnifiedHighlighter {

    Highlighter(IndexSearcher searcher) {
        super(UnifiedHighlighter.builder(searcher, Analyzers.byField())
                .withFormatter(new Passages())
                .withWeightMatches(false));
    }

    @Override
    protected FieldHighlighter newFieldHighlighter(
            String field,
            FieldOffsetStrategy offsets,
            BreakIterator breaks,
            PassageScorer scorer,
            int passages,
            int passagesOfNone,
            PassageFormatter formatter,
            Comparator<Passage> order) {
        if (!field.startsWith(StoryIndex.BODY))
            return super.newFieldHighlighter(
                    field, offsets, breaks, scorer, passages, passagesOfNone, formatter, order);
        var sentences = new Sentences();
        return new FieldHighlighter(field, offsets, sentences, scorer, passages, passagesOfNone, formatter, order) {
            @Override
            public Object highlightFieldForDoc(LeafReader reader, int doc, String content) throws IOException {
                var written = DocValues.getBinary(reader, StoryIndex.SENTENCES);
                if (!written.advanceExact(doc)) throw new IllegalStateException("a text without its sentences");
                sentences.read(written.binaryValue());
                return super.highlightFieldForDoc(reader, doc, content);
            }
        };
    }
}
