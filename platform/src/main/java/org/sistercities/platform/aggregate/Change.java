package org.sistercities.platform.aggregate;

import java.util.List;
import org.sistercities.contracts.DomainEvent;

/** What a decision leads to: the new state and the domain events it caused, stored together or not at all. */
public record Change<S>(S state, List<DomainEvent> events) {

    public Change {
        events = List.copyOf(events);
    }

    public static <S> Change<S> of(S state, DomainEvent... events) {
        return new Change<>(state, List.of(events));
    }

    /** Nothing is to be done: asked again, same answer. */
    public static <S> Change<S> none(S state) {
        return new Change<>(state, List.of());
    }
}
