package org.sistercities.events.registration;

import io.micrometer.context.ContextSnapshotFactory;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Does something for many at the same time, because each spends its time waiting for the database. */
final class Together {
    private static final ContextSnapshotFactory CONTEXT =
            ContextSnapshotFactory.builder().build();

    private Together() {}

    /** Returns when all are done; throws what one of them threw, after all have ended. */
    static <V> void run(Map<String, V> tasks, BiConsumer<String, V> task) {
        if (tasks.size() == 1) {
            tasks.forEach(task);
            return;
        }
        var context = CONTEXT.captureAll();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<CompletableFuture<Void>>();
            tasks.forEach((key, value) ->
                    running.add(CompletableFuture.runAsync(context.wrap(() -> task.accept(key, value)), threads)));
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
