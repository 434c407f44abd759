package org.sistercities.backing.mongo;

import java.nio.file.Path;
import org.sistercities.backing.ServerProcess;

/** The embedded MongoDB in a process of its own. */
final class MongoMain {
    private MongoMain() {}

    public static void main(String[] arguments) throws Exception {
        long checkpointBytes = Long.getLong("checkpointBytes", 8L << 20);
        ServerProcess.ready(
                EmbeddedMongo.start(Path.of(arguments[0]), 0, checkpointBytes).uri(""));
    }
}
