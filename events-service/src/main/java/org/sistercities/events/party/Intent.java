package org.sistercities.events.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.platform.aggregate.Change;

/**
 * What is decided and may not be written to the registration yet: its birth, steps, or both. Anybody may write it, and twice
 * is as good as once, because a step is only made by a registration that has not made it.
 */
public record Intent(@Nullable Registration birth, List<Transition> steps) {

    public static Intent birth(Registration registration) {
        return new Intent(registration, List.of());
    }

    static Intent step(Transition transition) {
        return new Intent(null, List.of(transition));
    }

    /** Places have become free for a party of the waiting list, whose registration has come this far. */
    public static Intent offer(int step, Setting setting) {
        var until = setting.endOfOffer();
        var entry = setting.entry(Entry.SYSTEM, Entry.Act.OFFERED, until.toString());
        return step(Transition.to(new Standing(step + 1, Status.OFFERED, setting.now(), until, false), entry));
    }

    /** This, and then that. */
    public Intent then(Intent next) {
        var all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Intent(birth, List.copyOf(all));
    }

    /** What the registration will be, or is if all is written. */
    public Registration applied(@Nullable Registration stored) {
        return (stored != null ? change(stored) : born()).state();
    }

    /** The registration's first appearance, with all that has happened since. */
    public Change<Registration> born() {
        if (birth == null) throw new IllegalStateException("a step of a registration that does not exist");
        return follow(birth.born());
    }

    /** What is still to be written to a registration that exists. */
    public Change<Registration> change(Registration stored) {
        return follow(Change.none(stored));
    }

    /** Whether a registration that has come this far has nothing of this left to write. */
    public boolean isDone(int step) {
        return lastStep() <= step;
    }

    /** How far the registration has come when all is written. */
    public int lastStep() {
        return last().step();
    }

    /** Whether it leaves the registration with places that are given up by themselves at this instant or before. */
    public boolean endsBy(Instant instant) {
        return last().hasLapsed(instant);
    }

    /** When it was decided. */
    public Instant since() {
        return birth != null ? birth.registeredAt() : steps.getFirst().entry().at();
    }

    private Standing last() {
        return birth == null || !steps.isEmpty() ? steps.getLast().to() : birth.standing();
    }

    private Change<Registration> follow(Change<Registration> beginning) {
        var state = beginning.state();
        List<DomainEvent> events = new ArrayList<>(beginning.events());
        for (var step : steps) {
            if (step.to().step() <= state.standing().step()) continue;
            var change = state.make(step);
            state = change.state();
            events.addAll(change.events());
        }
        return new Change<>(state, events);
    }
}
