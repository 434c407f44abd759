package org.sistercities.platform.aggregate;

import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** How an aggregate and its document correspond. */
record AggregateMapping<S>(Class<S> type, MongoConverter converter) {

    /** The aggregate's name in messages, such as {@code partnership}. */
    String kind() {
        return type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    Stored<S> read(Document document) {
        var state = converter.read(type, document.get("state", Document.class));
        return new Stored<>(document.getString("_id"), document.getLong("revision"), state);
    }

    Document write(S state) {
        var document = new Document();
        converter.write(state, document);
        document.remove("_class"); // the collection says what it holds; class names do not belong into data
        return document;
    }

    long lastSeq(Document document) {
        return document.get("seq", 0L);
    }

    /** Whether the request was carried out before. */
    boolean remembers(Document document, IdempotentRequest request) {
        for (var past : document.getList("requests", Document.class, List.of())) {
            if (!past.getString("key").equals(request.key())) continue;
            if (!past.getString("hash").equals(request.hash())) throw new IdempotencyKeyReused(request.key());
            return true;
        }
        return false;
    }

    static Document remembered(IdempotentRequest request) {
        return new Document("key", request.key()).append("hash", request.hash());
    }
}
