package org.sistercities.content.image;

import com.mongodb.MongoGridFSException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Images in the service's own MongoDB. */
final class GridFsImages implements ImageStore {
    private static final String BUCKET = "image-files";

    private final MongoDatabaseFactory databases;

    GridFsImages(MongoDatabaseFactory databases) {
        this.databases = databases;
    }

    @Override
    public String put(String name, byte[] bytes) {
        return bucket().uploadFromStream(name, new ByteArrayInputStream(bytes)).toHexString();
    }

    @Override
    public Optional<byte[]> get(String key) {
        var bytes = new ByteArrayOutputStream();
        try {
            bucket().downloadToStream(new ObjectId(key), bytes);
            return Optional.of(bytes.toByteArray());
        } catch (MongoGridFSException e) {
            return Optional.empty(); // no such file, or only parts of one that is just going
        }
    }

    @Override
    public void remove(String key) {
        try {
            bucket().delete(new ObjectId(key));
        } catch (MongoGridFSException e) {
            // it was gone before
        }
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(databases.getMongoDatabase(), BUCKET)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }
}
