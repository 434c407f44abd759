package org.sistercities.platform.example;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.sistercities.platform.messaging.Delivered;
import org.sistercities.platform.observability.CurrentTrace;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A listener that remembers what it got, and fails when told to. */
@Component
public class Followers {
    public final List<Delivered<TallyEvent>> got = new CopyOnWriteArrayList<>();
    public final List<String> traces = new CopyOnWriteArrayList<>();
    public final List<Boolean> virtual = new CopyOnWriteArrayList<>();
    public final AtomicInteger failures = new AtomicInteger();
    public volatile Consumer<TallyEvent> before = event -> {};
    private final CurrentTrace trace;

    Followers(CurrentTrace trace) {
        this.trace = trace;
    }

    @KafkaListener(topics = "${sistercities.events.topic}")
    void on(Delivered<TallyEvent> delivered) {
        switch (delivered.event()) {
            case TallyEvent.Counted counted -> before.accept(counted);
            case TallyEvent.Closed closed -> before.accept(closed);
        }
        traces.add(String.valueOf(trace.traceparent()));
        virtual.add(Thread.currentThread().isVirtual());
        got.add(delivered);
    }
}
