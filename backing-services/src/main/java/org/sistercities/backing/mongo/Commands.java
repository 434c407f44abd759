package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;

/**
 * Runs commands: one that writes alone, or any number that read together. The reply to a write waits for the commit that
 * holds it, outside the lock; a read waits for no commit.
 */
final class Commands {
    /** All others are taken for writes, which is always safe. */
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate",
            "listcollections",
            "listindexes",
            "listdatabases",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "serverstatus",
            "dbstats",
            "collstats",
            "hostinfo",
            "connectionstatus",
            "getcmdlineopts",
            "getlog",
            "getparameter",
            "endsessions",
            "whatsmyuri",
            "validate");

    /** As MongoDB does it; the library would send the whole result at once, and fails on a getMore that names no size. */
    private static final int FIRST_BATCH = 101;

    private static final int NEXT_BATCH = 1_000;

    private final MongoBackend backend;
    private final GroupCommit commits;
    private final ReentrantReadWriteLock lock;

    Commands(MongoBackend backend, GroupCommit commits, ReentrantReadWriteLock lock) {
        this.backend = backend;
        this.commits = commits;
        this.lock = lock;
    }

    /** Runs one command; the reply shares nothing with the store. */
    Document run(Channel client, String database, Document command) {
        String name = command.keySet().iterator().next();
        switch (name) {
            case "hello" -> {
                return hello(client, database);
            }
            case "find" -> command.putIfAbsent("batchSize", FIRST_BATCH);
            case "getMore" -> command.putIfAbsent("batchSize", NEXT_BATCH);
            default -> {}
        }
        var reply =
                isRead(name, command) ? read(client, database, name, command) : write(client, database, name, command);
        if (name.equals("insert")) {
            countInserted(command, reply);
        }
        return reply;
    }

    /** Lets go of what is kept for a client. */
    void forget(Channel client) {
        backend.handleClose(client);
    }

    private Document read(Channel client, String database, String name, Document command) {
        lock.readLock().lock();
        try {
            return backend.handleCommand(client, database, name, command);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Document write(Channel client, String database, String name, Document command) {
        WriteLock writing = lock.writeLock();
        long write;
        Document reply;
        writing.lock();
        try {
            reply = backend.handleCommand(client, database, name, command);
        } finally {
            write = commits.enlist(); // a failed command may have written too: a bulk stops in the middle
            writing.unlock();
        }
        commits.await(write);
        return reply;
    }

    private Document hello(Channel client, String database) {
        return backend.handleCommand(client, database, "ismaster", new Document("ismaster", 1))
                .append("isWritablePrimary", true)
                .append("readOnly", false);
    }

    /** The library counts the documents sent, not those inserted. */
    private static void countInserted(Document command, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors && command.get("documents") instanceof List<?> sent) {
            boolean ordered = Boolean.TRUE.equals(command.getOrDefault("ordered", true));
            reply.put(
                    "n",
                    ordered ? ((Document) errors.getFirst()).get("index") : (Object) (sent.size() - errors.size()));
        }
    }

    private static boolean isRead(String name, Document command) {
        return READS.contains(name.toLowerCase(Locale.ROOT))
                && !(command.get("pipeline") instanceof List<?> stages
                        && stages.stream().anyMatch(Commands::writes));
    }

    private static boolean writes(Object stage) {
        return stage instanceof Document document && (document.containsKey("$out") || document.containsKey("$merge"));
    }
}
