package org.sistercities.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.sistercities.backing.kafka.EmbeddedKafka;
import org.sistercities.backing.mongo.EmbeddedMongo;

/** Both in this process, started side by side. */
final class EmbeddedServers implements Servers {
    private final @Nullable Path toDelete;
    private final DirectoryLock lock;
    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;

    EmbeddedServers(Options options) {
        Path directory = options.directory() != null ? options.directory() : newDirectory();
        this.toDelete = options.directory() != null ? null : directory;
        this.lock = DirectoryLock.take(directory);
        var startingKafka = CompletableFuture.supplyAsync(
                () -> EmbeddedKafka.start(directory.resolve("kafka"), options.kafkaPort()), Thread::startVirtualThread);
        EmbeddedMongo startedMongo = null;
        try {
            startedMongo = EmbeddedMongo.start(directory.resolve("mongo"), options.mongoPort());
            this.kafka = startingKafka.join();
            this.mongo = startedMongo;
        } catch (RuntimeException e) {
            closeQuietly(startedMongo);
            startingKafka
                    .thenAccept(EmbeddedKafka::close)
                    .exceptionally(_ -> null)
                    .join();
            lock.close();
            delete(toDelete);
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void closeQuietly(@Nullable EmbeddedMongo mongo) {
        if (mongo != null) {
            mongo.close();
        }
    }

    @Override
    public String mongoUri(String database) {
        return mongo.uri(database);
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            mongo.close();
            lock.close();
            delete(toDelete);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("backing-services-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedServers::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
