package org.sistercities.quickstart.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Knows every child there is, and ends them all. */
public final class Supervisor {
    private final List<ServiceProcess> children = new ArrayList<>();
    private boolean stopping;

    /** Starts one child. */
    @FunctionalInterface
    public interface Starter {
        ServiceProcess start() throws IOException;
    }

    /**
     * Starts a child, unless everything is being stopped.
     *
     * @throws IllegalStateException when it is too late to start anything
     */
    public synchronized ServiceProcess start(Starter starter) throws IOException {
        if (stopping) throw new IllegalStateException("everything is being stopped");
        var child = starter.start();
        children.add(child);
        return child;
    }

    /** Whether children end because they were told to. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Asks all children to end and enforces it after a while; no other can be started from here on. */
    public void stopAll(Duration grace) {
        for (var child : allAndNoMore()) child.stop();
        var deadline = System.nanoTime() + grace.toNanos();
        for (var child : allAndNoMore()) child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    private synchronized List<ServiceProcess> allAndNoMore() {
        stopping = true;
        return List.copyOf(children);
    }
}
