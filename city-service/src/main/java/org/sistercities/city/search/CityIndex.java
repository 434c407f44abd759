package org.sistercities.city.search;

import static org.sistercities.city.search.Fields.RANK;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CityVisitor;
import org.sistercities.city.registry.Countries;
import org.springframework.stereotype.Component;

/** The Lucene index of all cities, most important first, in this replica's memory; made anew at every start. */
@Component
class CityIndex implements CityVisitor {
    static final Sort MOST_IMPORTANT_FIRST = new Sort(new SortField(RANK, SortField.Type.LONG, true));
    private static final double WRITE_BUFFER_MIB = 48;

    private final Countries countries;
    private @Nullable IndexWriter writer;
    private volatile @Nullable IndexSearcher searcher;

    CityIndex(Countries countries) {
        this.countries = countries;
    }

    /**
     * What to search with.
     *
     * @throws StillLoading while the cities are being read
     */
    IndexSearcher searcher() {
        var ready = searcher;
        if (ready == null) throw new StillLoading();
        return ready;
    }

    @Override
    public void begin() {
        try {
            var config =
                    new IndexWriterConfig().setIndexSort(MOST_IMPORTANT_FIRST).setRAMBufferSizeMB(WRITE_BUFFER_MIB);
            writer = new IndexWriter(new ByteBuffersDirectory(), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(String id, City city) {
        try {
            writing().addDocument(CityDocument.of(id, city, Qualifiers.of(city, countries)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        try (var finished = writing()) {
            finished.forceMerge(1);
            finished.commit();
            var made = new IndexSearcher(DirectoryReader.open(finished.getDirectory()));
            made.setQueryCache(null); // lists of cities are short: looking into a cache costs more than reading them
            searcher = made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IndexWriter writing() {
        if (writer == null) throw new IllegalStateException("begin() comes first");
        return writer;
    }
}
