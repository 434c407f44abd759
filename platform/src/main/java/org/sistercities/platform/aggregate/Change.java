package org.sistercities.platform.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sistercities.contracts.DomainEvent;

/** What a decision leads to: the new state and the domain events it caused, stored together or not at all. */
public record Change<S>(S state, List<DomainEvent> events) {

    public Change {
        events = List.copyOf(events);
    }

    public static <S> Change<S> of(S state, DomainEvent... events) {
        return new Change<>(state, List.of(events));
    }

    /** What this and a further decision, made on what this leads to, come to as one. */
    public Change<S> then(Function<S, Change<S>> decision) {
        var next = decision.apply(state);
        var all = new ArrayList<>(events);
        all.addAll(next.events);
        return new Change<>(next.state, all);
    }

    /** Nothing is to be done: asked again, same answer. */
    public static <S> Change<S> none(S state) {
        return new Change<>(state, List.of());
    }
}
