package org.sistercities.content.search;

import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** How the words of each language are cut to what they have in common. Fields are named {@code headline_it} and so on. */
final class Analyzers {
    private static final Map<String, Analyzer> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ar", new ArabicAnalyzer()),
            Map.entry("da", new DanishAnalyzer()),
            Map.entry("de", new GermanAnalyzer()),
            Map.entry("en", new EnglishAnalyzer()),
            Map.entry("es", new SpanishAnalyzer()),
            Map.entry("fi", new FinnishAnalyzer()),
            Map.entry("fr", new FrenchAnalyzer()),
            Map.entry("hu", new HungarianAnalyzer()),
            Map.entry("it", new ItalianAnalyzer()),
            Map.entry("ja", new CJKAnalyzer()),
            Map.entry("ko", new CJKAnalyzer()),
            Map.entry("nl", new DutchAnalyzer()),
            Map.entry("no", new NorwegianAnalyzer()),
            Map.entry("pt", new PortugueseAnalyzer()),
            Map.entry("ru", new RussianAnalyzer()),
            Map.entry("sv", new SwedishAnalyzer()),
            Map.entry("tr", new TurkishAnalyzer()),
            Map.entry("zh", new CJKAnalyzer()));

    private static final Map<String, String> SAME = Map.of("nb", "no", "nn", "no");

    /** Of languages nobody has rules for: words in lower case without accents. */
    private static final String OTHER = "other";

    private static final Analyzer PLAIN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream words) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(words));
        }
    };

    private static final Analyzer WHITESPACE = new WhitespaceAnalyzer();

    private Analyzers() {}

    /** What fields of a language's texts end with. */
    static String suffix(String languageTag) {
        var language = Locale.forLanguageTag(languageTag).getLanguage();
        var known = SAME.getOrDefault(language, language);
        return BY_LANGUAGE.containsKey(known) ? known : OTHER;
    }

    static Analyzer of(String suffix) {
        return BY_LANGUAGE.getOrDefault(suffix, PLAIN);
    }

    /** By the name of the field, for the writer and the highlighter. */
    static Analyzer byField() {
        return new org.apache.lucene.analysis.DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                int at = field.indexOf('_');
                return at < 0 ? WHITESPACE : of(field.substring(at + 1));
            }
        };
    }
}
