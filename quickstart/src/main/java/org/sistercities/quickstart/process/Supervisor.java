package org.sistercities.quickstart.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Knows every child there is, and ends them all. */
public final class Supervisor {
    private final List<ServiceProcess> children = new ArrayList<>();
    private final List<ServiceProcess> expendable = new ArrayList<>();
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
    public ServiceProcess start(Starter starter) throws IOException {
        return start(starter, children);
    }

    /** Likewise, but nobody will miss the child: in the end it is killed and not asked. */
    public ServiceProcess startExpendable(Starter starter) throws IOException {
        return start(starter, expendable);
    }

    private synchronized ServiceProcess start(Starter starter, List<ServiceProcess> place) throws IOException {
        if (stopping) throw new IllegalStateException("everything is being stopped");
        var child = starter.start();
        place.add(child);
        return child;
    }

    /** Whether children end because they were told to. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Asks all children to end and enforces it after a while; no other can be started from here on. */
    public void stopAll(Duration grace) {
        noMore();
        expendable.forEach(ServiceProcess::kill);
        children.forEach(ServiceProcess::stop);
        var deadline = System.nanoTime() + grace.toNanos();
        for (var child : children) child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    private synchronized void noMore() {
        stopping = true;
    }
}
