package org.sistercities.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the {@link Outbox} protocol in every replica: nudged right after a commit, and by a poll that finds whatever a crash,
 * a lost nudge or another replica's death left behind. One poll claims a whole batch; nothing is scanned for a single event.
 */
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 1_000;
    private static final long IDLE_MILLIS = 100;
    private static final long STOP_SECONDS = 5;

    private final EventSender sender;
    private final Clock clock;
    private final OutboxProperties properties;
    private final Counter failures;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final Semaphore room = new Semaphore(BATCH);
    private final LinkedBlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Set<Job> queued = ConcurrentHashMap.newKeySet();
    private final Set<Job> underWay = ConcurrentHashMap.newKeySet();
    private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private volatile int pending;
    private volatile Instant oldest = Instant.MAX;

    /** One document of one collection that may have events to send. */
    private record Job(Outbox outbox, String id) {}

    /** A document's turn; with its entries if it was claimed when it was stored. */
    private record Task(Job job, @Nullable List<OutboxEntry> claimed) {}

    public OutboxRelay(EventSender sender, Clock clock, OutboxProperties properties, MeterRegistry meters) {
        this.sender = sender;
        this.clock = clock;
        this.properties = properties;
        this.failures = Counter.builder("outbox.publish.failures")
                .description("Events the broker did not confirm; they are sent again")
                .register(meters);
        Gauge.builder("outbox.pending", () -> pending)
                .description(
                        "Events due for Kafka at the last poll, counted up to " + BATCH + " documents a collection")
                .register(meters);
        TimeGauge.builder("outbox.oldest.age", this::oldestAgeMillis, TimeUnit.MILLISECONDS)
                .description("How long the oldest waiting event has waited")
                .register(meters);
    }

    /** Adds a collection to what this relay serves. */
    public void serve(Outbox outbox) {
        outboxes.add(outbox);
    }

    /** Says that a document has just got events. Never blocks: a nudge that finds no room is made good by the next poll. */
    public void nudge(Outbox outbox, String id) {
        var job = new Job(outbox, id);
        if (!queued.add(job)) return;
        if (room.tryAcquire()) queue.add(new Task(job, null));
        else queued.remove(job);
    }

    /** Room for documents that are about to be stored with events, all or none; whoever gets it may claim them by that write. */
    Handover handover(int documents) {
        boolean granted = running && room.tryAcquire(documents);
        return granted
                ? new Handover(this, documents, clock.instant().plus(properties.lease()))
                : new Handover(this, 0, clock.instant());
    }

    /** A document that was stored and claimed by one write; there is room for it. */
    void take(Outbox outbox, String id, List<OutboxEntry> claimed) {
        var job = new Job(outbox, id);
        if (queued.add(job)) queue.add(new Task(job, claimed));
        else room.release(); // it has changed since and is due anyway
        if (!running) forgoWhatWaits();
    }

    void giveBack(int documents) {
        room.release(documents);
    }

    /** Sends what is due in every collection, once; returns how many documents it handed to the workers. */
    int poll() {
        var now = clock.instant();
        int handed = 0;
        int waitingEntries = 0;
        var oldestSeen = Instant.MAX;
        for (var outbox : outboxes) {
            for (var waiting : outbox.waiting(now, BATCH)) {
                waitingEntries += waiting.entries();
                if (waiting.oldest().isBefore(oldestSeen)) oldestSeen = waiting.oldest();
                nudge(outbox, waiting.id());
                handed++;
            }
        }
        pending = waitingEntries;
        oldest = oldestSeen;
        return handed;
    }

    /** Sends the events of one document until none is due. */
    void drain(Outbox outbox, String id) {
        while (sendClaimed(outbox, id)) {
            // more arrived while sending
        }
    }

    private boolean sendClaimed(Outbox outbox, String id) {
        var claimed = outbox.claim(id, clock.instant(), properties.lease());
        return claimed.isPresent() && sendAll(outbox, id, claimed.get());
    }

    /** Returns whether more may be due by now. */
    private boolean sendAll(Outbox outbox, String id, List<OutboxEntry> claimed) {
        int left = claimed.size();
        for (var entry : claimed) {
            send(outbox, id, entry);
            if (--left == 0 && outbox.finish(id, entry.seq())) return false;
            if (!outbox.sent(id, entry.seq())) return false; // the lease ran out and another relay took over
        }
        return !outbox.clear(id);
    }

    private void send(Outbox outbox, String id, OutboxEntry entry) {
        try {
            sender.send(id, entry);
        } catch (RuntimeException e) {
            failures.increment();
            outbox.postpone(id, clock.instant().plus(properties.pollInterval()));
            throw e;
        }
    }

    private void work() {
        while (running) {
            try {
                var task = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (task == null) continue;
                room.release();
                run(task);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run(Task task) {
        var job = task.job();
        boolean mine = underWay.add(job);
        queued.remove(job); // from now on a nudge counts again
        if (!mine) return; // whoever sends it claimed all there was, this task's entries too
        try {
            if (task.claimed() == null || sendAll(job.outbox(), job.id(), task.claimed()))
                drain(job.outbox(), job.id());
        } catch (RuntimeException e) {
            log.warn("Events of {} wait for another try: {}", job.id(), e.toString());
        } finally {
            underWay.remove(job);
        }
    }

    private void pollForever() {
        while (running) {
            try {
                int handed = pollSafely();
                if (handed < BATCH) Thread.sleep(properties.pollInterval());
                else Thread.sleep(IDLE_MILLIS); // a backlog: come back as soon as the workers have made room
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private int pollSafely() {
        try {
            return poll();
        } catch (RuntimeException e) {
            log.warn("The outbox could not be read: {}", e.toString());
            return 0;
        }
    }

    private double oldestAgeMillis() {
        var since = oldest;
        return since.equals(Instant.MAX)
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis());
    }

    @Override
    public synchronized void start() {
        if (running) return;
        running = true;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        threads.execute(this::pollForever);
        for (int i = 0; i < properties.workers(); i++) threads.execute(this::work);
    }

    /** Lets sendings under way finish; what is cut off becomes due again when its lease runs out, what has not begun at once. */
    @Override
    public synchronized void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        forgoWhatWaits();
    }

    private void forgoWhatWaits() {
        for (var task = queue.poll(); task != null; task = queue.poll()) forgo(task);
    }

    private void forgo(Task task) {
        room.release();
        queued.remove(task.job());
        if (task.claimed() == null) return;
        try {
            task.job().outbox().postpone(task.job().id(), clock.instant());
        } catch (RuntimeException e) {
            log.warn(
                    "Events of {} wait for their lease to run out: {}",
                    task.job().id(),
                    e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
