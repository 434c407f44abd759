package org.sistercities.system.crash;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
            var store =
                    new MVStore.Builder().fileName(file).autoCommitDisabled().open();
            var turns = new ReentrantLock();
            new MongoServer(inTurn(new H2Backend(store), turns)).bind("127.0.0.1", port);
            var _ = Executors.newSingleThreadScheduledExecutor()
                    .scheduleWithFixedDelay(
                            () -> {
                                turns.lock();
                                try {
                                    store.commit();
                                } finally {
                                    turns.unlock();
                                }
                            },
                            FORGETS.toMillis(),
                            FORGETS.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    };

    /** How much the control forgets. */
    public static final Duration FORGETS = Duration.ofSeconds(4);

    abstract void start(Path directory, int port);

    /** What is stored while a command changes it could not be read again: the control forgets, but it comes back. */
    private static MongoBackend inTurn(MongoBackend backend, Lock turns) {
        return (MongoBackend) Proxy.newProxyInstance(
                MongoBackend.class.getClassLoader(), new Class<?>[] {MongoBackend.class}, (_, command, arguments) -> {
                    turns.lock();
                    try {
                        return command.invoke(backend, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        turns.unlock();
                    }
                });
    }

    /** Ends when whoever has started it ends, for then nobody holds the other end of its input. */
    public static void main(String[] arguments) throws IOException {
        valueOf(arguments[0]).start(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        System.in.read();
        Runtime.getRuntime().halt(0);
    }
}
