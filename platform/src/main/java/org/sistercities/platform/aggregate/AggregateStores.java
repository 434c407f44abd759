package org.sistercities.platform.aggregate;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.sistercities.platform.database.IndexedCollection;
import org.sistercities.platform.outbox.EventQueue;
import org.sistercities.platform.outbox.Outbox;
import org.sistercities.platform.outbox.OutboxRelay;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Opens a store for each kind of aggregate and puts its collection under the relay's care. */
public final class AggregateStores {
    private final MongoDatabaseFactory databases;
    private final MongoConverter converter;
    private final EventQueue queue;
    private final OutboxRelay relay;

    AggregateStores(MongoDatabaseFactory databases, MongoConverter converter, EventQueue queue, OutboxRelay relay) {
        this.databases = databases;
        this.converter = converter;
        this.queue = queue;
        this.relay = relay;
    }

    /**
     * The store of one kind of aggregate; its indexes are created at the first use.
     *
     * @param collection plural noun, such as {@code partnerships}
     * @param unique state properties no two aggregates may share; an aggregate without the property is free
     */
    public <S> AggregateStore<S> open(String collection, Class<S> type, String... unique) {
        var documents = databases
                .getMongoDatabase()
                .getCollection(collection)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        var indexed = new IndexedCollection(documents);
        for (var property : unique)
            indexed.require(new IndexModel(
                    Indexes.ascending("state." + property),
                    new IndexOptions().unique(true).sparse(true)));
        var outbox = new Outbox(indexed);
        relay.serve(outbox);
        return new AggregateStore<>(new AggregateMapping<>(type, converter), indexed, outbox, queue);
    }
}
