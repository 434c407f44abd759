package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import org.sistercities.backing.ServerProcess;

/** mongo-java-server with its own H2 backend: the control, on which each guard test has to see its fault. */
final class AsShipped implements AutoCloseable {
    private final MongoServer server;

    AsShipped(Path directory) {
        this.server = new MongoServer(
                new H2Backend(directory.resolve("as-shipped.mv.db").toString()));
        server.bind();
    }

    String uri() {
        return server.getConnectionString() + "/";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    @SuppressWarnings("resource") // lives until it is killed
    public static void main(String[] arguments) throws Exception {
        ServerProcess.ready(new AsShipped(Path.of(arguments[0])).uri());
    }
}
