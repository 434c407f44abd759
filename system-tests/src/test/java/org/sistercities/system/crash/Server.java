package org.sistercities.system.crash;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.sistercities.backing.kafka.EmbeddedKafka;
import org.sistercities.backing.mongo.EmbeddedMongo;

/** One backing service as a process of its own, so that it can be killed alone: which one, its directory and its port. */
public enum Server {
    MONGO {
        @Override
        void start(Path directory, int port) {
            EmbeddedMongo.start(directory, port);
        }
    },
    KAFKA {
        @Override
        void start(Path directory, int port) {
            EmbeddedKafka.start(directory, port);
        }
    },
    /** The control: a database that acknowledges writes some seconds before it stores them. */
    FORGETFUL_MONGO {
        @Override
        void start(Path directory, int port) {
            var file = directory.resolve("forgetful.mv.db").toString();
            var store = new MVStore.Builder().fileName(file).open();
            store.setAutoCommitDelay((int) FORGETS.toMillis());
            new MongoServer(new H2Backend(store)).bind("127.0.0.1", port);
        }
    };

    /** How much the control forgets. */
    public static final Duration FORGETS = Duration.ofSeconds(4);

    abstract void start(Path directory, int port);

    /** Ends when whoever has started it ends, for then nobody holds the other end of its input. */
    public static void main(String[] arguments) throws IOException {
        valueOf(arguments[0]).start(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        System.in.read();
        Runtime.getRuntime().halt(0);
    }
}
