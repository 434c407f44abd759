package org.sistercities.city.search;

import static org.sistercities.city.search.Fields.ANY;
import static org.sistercities.city.search.Fields.COUNTRY;
import static org.sistercities.city.search.Fields.ID;
import static org.sistercities.city.search.Fields.LONGEST_START;
import static org.sistercities.city.search.Fields.NAMES;
import static org.sistercities.city.search.Fields.PRIMARY;
import static org.sistercities.city.search.Fields.PRIMARY_WORD;
import static org.sistercities.city.search.Fields.QUALIFIER;
import static org.sistercities.city.search.Fields.RANK;
import static org.sistercities.city.search.Fields.WORD;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.Folding;

/** A city as the index sees it: every spelling, every word and every beginning somebody may type is a term. */
final class CityDocument {
    private final Document document = new Document();

    private CityDocument() {}

    static Document of(String id, City city, Collection<String> qualifiers) {
        var made = new CityDocument();
        var primary = spellings(city.names().primary());
        var any = spellings(city.names().all());
        made.addWithStarts(PRIMARY, primary);
        made.add(ANY, any);
        made.addWithStarts(PRIMARY_WORD, words(primary));
        made.addWithStarts(WORD, words(any));
        made.addWithStarts(QUALIFIER, words(spellings(qualifiers)));
        made.add(COUNTRY, Set.of(city.countryCode()));
        made.document.add(new NumericDocValuesField(RANK, Importance.rank(city)));
        made.document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
        city.names().all().forEach(name -> made.document.add(new StoredField(NAMES, name)));
        return made.document;
    }

    private void addWithStarts(String field, Set<String> terms) {
        add(field, terms);
        var starts = new HashSet<String>();
        for (var term : terms) {
            int length = Math.min(LONGEST_START, term.codePointCount(0, term.length()));
            for (int i = 1; i <= length; i++) starts.add(term.substring(0, term.offsetByCodePoints(0, i)));
        }
        add(Fields.start(field), starts);
    }

    private void add(String field, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Store.NO)));
    }

    private static Set<String> spellings(Collection<String> names) {
        var all = new HashSet<String>();
        names.forEach(name -> all.addAll(Folding.spellings(name)));
        return all;
    }

    private static Set<String> words(Set<String> spellings) {
        var words = new HashSet<String>();
        spellings.forEach(spelling -> Stream.of(spelling.split(" ")).forEach(words::add));
        return words;
    }
}
