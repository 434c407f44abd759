package org.sistercities.content.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.sistercities.content.story.Publication;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.StoryVisitor;
import org.sistercities.platform.aggregate.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The words of all published stories, searchable a moment after they are published. In files that live as long as this process:
 * it is made anew at every start, and what is not searched takes no memory of ours.
 */
@Component
class StoryIndex implements StoryVisitor, DisposableBean {
    static final String ID = "id";
    static final String KIND = "kind";
    static final String LANGUAGE = "language";
    static final String TAG = "tag";
    static final String CITY = "city";
    static final String ABOUT = "about";
    static final String TIME = "time";
    static final String HEADLINE = "headline_";
    static final String BODY = "body_";
    static final String NAMES = "names_";

    /** Where those of the body end, whatever its language. */
    static final String SENTENCES = "sentences";

    private static final Logger log = LoggerFactory.getLogger(StoryIndex.class);
    private static final long REFRESH_MILLIS = 200;
    private static final FieldType TEXT = text();

    private final Path folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<String> suffixes = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> revisions = new HashMap<>();
    private final AtomicBoolean stale = new AtomicBoolean();

    StoryIndex() throws IOException {
        folder = Files.createTempDirectory("stories-");
        var config = new IndexWriterConfig(Analyzers.byField()).setUseCompoundFile(false);
        writer = new IndexWriter(new MMapDirectory(folder), config);
        searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** What can be done with a searcher that is lent. */
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Search<T> search) {
        try {
            var searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the languages there are stories in. */
    Set<String> suffixes() {
        return suffixes;
    }

    @Override
    public synchronized void saw(Stored<Story> stored) {
        if (revisions.getOrDefault(stored.id(), 0L) >= stored.revision()) return;
        revisions.put(stored.id(), stored.revision());
        var publication = stored.state().publication();
        try {
            var id = new Term(ID, stored.id());
            if (publication == null) writer.deleteDocuments(id);
            else writer.updateDocument(id, document(stored.id(), publication));
            stale.set(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Scheduled(fixedDelay = REFRESH_MILLIS)
    void refresh() {
        try {
            if (stale.getAndSet(false)) searchers.maybeRefresh();
        } catch (IOException e) {
            stale.set(true);
            log.warn("New stories become searchable later: {}", e.toString());
        }
    }

    @Override
    public void destroy() throws IOException {
        searchers.close();
        writer.rollback(); // nobody reads it again
        FileSystemUtils.deleteRecursively(folder);
    }

    private Document document(String id, Publication publication) {
        var text = publication.text();
        var suffix = Analyzers.suffix(text.language());
        suffixes.add(suffix);
        var document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
        document.add(new StringField(KIND, text.kind().name(), Field.Store.NO));
        document.add(new StringField(LANGUAGE, text.language(), Field.Store.NO));
        document.add(new LongField(TIME, publication.at().toEpochMilli(), Field.Store.NO));
        for (var tag : text.tags()) document.add(new StringField(TAG, tag, Field.Store.NO));
        for (var city : text.cityIds()) document.add(new StringField(CITY, city, Field.Store.NO));
        for (var subject :
                Subjects.of(text.cityIds(), text.partnershipIds(), text.eventIds(), text.tags(), text.series()))
            document.add(new StringField(ABOUT, subject, Field.Store.NO));
        document.add(new Field(HEADLINE + suffix, text.headline(), TEXT));
        var body = publication.copy().excerpt() + "\n"
                + publication.copy().rendition().text();
        document.add(new Field(BODY + suffix, body, TEXT));
        document.add(new BinaryDocValuesField(SENTENCES, Sentences.written(body)));
        document.add(new Field(NAMES + suffix, Subjects.names(text), TEXT));
        return document;
    }

    /** With the places of words, so that highlighting need not read the text anew. */
    private static FieldType text() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.setTokenized(true);
        type.setStored(true);
        type.freeze();
        return type;
    }
}
