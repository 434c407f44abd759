package org.sistercities.content.search;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;

/** Queries made of words; there is no syntax to get wrong. */
final class Queries {
    private static final int MOST_WORDS = 12;
    private static final float IN_HEADLINE = 4;
    private static final float IN_NAMES = 2;
    private static final float BY_THE_WAY = 0.1f;

    private Queries() {}

    /**
     * Stories that have the words, in any of the languages, each cut by its own rules.
     *
     * @param all whether every word must be there, or one is enough
     * @return null when there is no word to search, only such as "the"
     */
    static @Nullable Query of(Question question, Collection<String> suffixes, boolean all) {
        var inAnyLanguage = new ArrayList<Query>();
        for (var suffix : wanted(question, suffixes)) {
            var words = words(question.q(), suffix);
            if (!words.isEmpty()) inAnyLanguage.add(inOneLanguage(words, suffix, all));
        }
        if (inAnyLanguage.isEmpty()) return null;
        var query = new BooleanQuery.Builder().add(new DisjunctionMaxQuery(inAnyLanguage, 0), Occur.MUST);
        filters(question).forEach(filter -> query.add(filter, Occur.FILTER));
        return query.build();
    }

    /** Stories in the same language about the same, other than the one. */
    static Query related(String id, Manuscript.Kind kind, String language, List<String> subjects) {
        var query = new BooleanQuery.Builder()
                .add(term(StoryIndex.LANGUAGE, language), Occur.FILTER)
                .add(term(StoryIndex.ID, id), Occur.MUST_NOT);
        if (kind != Manuscript.Kind.PAGE) query.add(term(StoryIndex.KIND, Manuscript.Kind.PAGE.name()), Occur.MUST_NOT);
        subjects.forEach(subject -> query.add(term(StoryIndex.ABOUT, subject), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch(1).build();
    }

    private static List<String> wanted(Question question, Collection<String> suffixes) {
        if (question.language() == null) return List.copyOf(suffixes);
        var suffix = Analyzers.suffix(question.language());
        return suffixes.contains(suffix) ? List.of(suffix) : List.of();
    }

    private static Query inOneLanguage(Collection<String> words, String suffix, boolean all) {
        var query = new BooleanQuery.Builder();
        for (var word : words) query.add(anywhere(word, suffix), all ? Occur.MUST : Occur.SHOULD);
        return query.build();
    }

    private static Query anywhere(String word, String suffix) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(term(StoryIndex.HEADLINE + suffix, word), IN_HEADLINE),
                        new BoostQuery(term(StoryIndex.NAMES + suffix, word), IN_NAMES),
                        term(StoryIndex.BODY + suffix, word)),
                BY_THE_WAY);
    }

    private static List<Query> filters(Question question) {
        var filters = new ArrayList<Query>();
        if (question.kind() != null)
            filters.add(term(StoryIndex.KIND, question.kind().name()));
        if (question.tag() != null) filters.add(term(StoryIndex.TAG, question.tag()));
        if (question.city() != null) filters.add(term(StoryIndex.CITY, question.city()));
        if (question.language() != null)
            filters.add(term(
                    StoryIndex.LANGUAGE,
                    Locale.forLanguageTag(question.language()).toLanguageTag()));
        if (question.from() != null || question.until() != null) filters.add(period(question));
        return filters;
    }

    private static Query period(Question question) {
        long from = question.from() == null
                ? Long.MIN_VALUE
                : question.from().atStartOfDay(UTC).toInstant().toEpochMilli();
        long until = question.until() == null
                ? Long.MAX_VALUE
                : question.until().plusDays(1).atStartOfDay(UTC).toInstant().toEpochMilli() - 1;
        return LongField.newRangeQuery(StoryIndex.TIME, from, until);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Collection<String> words(String text, String suffix) {
        var words = new LinkedHashSet<String>();
        Analyzer analyzer = Analyzers.of(suffix);
        try (var tokens = analyzer.tokenStream(StoryIndex.BODY + suffix, text)) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < MOST_WORDS && tokens.incrementToken()) words.add(word.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
