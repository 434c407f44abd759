package org.sistercities.events.registration;

import static org.sistercities.events.party.RegistrationBuilder.GALA;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Party;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.platform.problem.Rejection;

/**
 * Every interleaving of workers that carry out the protocol step by step, each step one operation of the database. The
 * decisions are the real ones. A crash is a worker that makes no further step, so each state is also one in which any of the
 * workers have crashed, and what must always hold is checked in each. Time passes once, at any moment.
 */
final class ProtocolModel {
    private final Shortcut shortcut;
    private final List<Role> roles;
    private final List<Instant> times;
    private int states;

    /** What somebody may hope to save; each breaks something. */
    enum Shortcut {
        NONE,
        REGISTRATION_READ_FIRST,
        NO_REVISION_COMPARED,
        WHOLE_DOCUMENT_WRITTEN,
        INTENT_DROPPED_BEFORE_THE_WRITE
    }

    /** What a worker does: serve an arrival, sweep (null), or name a guest outside of the protocol. */
    record Role(@Nullable Arrival arrival, @Nullable String names) {
        static Role serving(Arrival arrival) {
            return new Role(arrival, null);
        }

        static Role sweeping() {
            return new Role(null, null);
        }

        static Role naming(String registrationId) {
            return new Role(null, registrationId);
        }
    }

    private enum Step {
        READ_QUOTAS,
        READ_REGISTRATIONS,
        COMPARE_AND_SET,
        WRITE,
        DROP,
        DONE
    }

    private record Worker(
            Step next,
            long revision,
            @Nullable Quotas quotas,
            Map<String, Registration> found,
            Map<String, Intent> mine,
            @Nullable Registration answer) {
        static final Worker FRESH = new Worker(Step.READ_QUOTAS, 0, null, Map.of(), Map.of(), null);
    }

    private record World(
            int time, long revision, Quotas quotas, Map<String, Registration> registrations, List<Worker> workers) {}

    ProtocolModel(Shortcut shortcut, List<Instant> times, Role... roles) {
        this.shortcut = shortcut;
        this.times = times;
        this.roles = List.of(roles);
    }

    int states() {
        return states;
    }

    /** What is wrong in the first bad state; empty when there is none. */
    Optional<String> explore(Quotas quotas, Map<String, Registration> registrations) {
        var start = new World(
                0, 1, quotas, registrations, roles.stream().map(_ -> begin()).toList());
        var seen = new HashSet<World>(Set.of(start));
        var queue = new ArrayDeque<World>(seen);
        while (!queue.isEmpty()) {
            var world = queue.remove();
            states++;
            var wrong = wrong(world);
            if (wrong.isPresent()) return wrong;
            for (var next : next(world)) if (seen.add(next)) queue.add(next);
        }
        return Optional.empty();
    }

    private Worker begin() {
        return shortcut == Shortcut.REGISTRATION_READ_FIRST ? at(Worker.FRESH, Step.READ_REGISTRATIONS) : Worker.FRESH;
    }

    private List<World> next(World world) {
        var next = new ArrayList<World>();
        if (world.time() + 1 < times.size())
            next.add(new World(
                    world.time() + 1, world.revision(), world.quotas(), world.registrations(), world.workers()));
        for (int i = 0; i < roles.size(); i++) if (world.workers().get(i).next() != Step.DONE) next.add(step(world, i));
        return next;
    }

    private World step(World world, int i) {
        var role = roles.get(i);
        var worker = world.workers().get(i);
        if (role.names() != null) return named(world, i, role.names());
        return switch (worker.next()) {
            case READ_QUOTAS -> with(world, i, readQuotas(world, role, worker));
            case READ_REGISTRATIONS -> with(world, i, readRegistrations(world, worker));
            case COMPARE_AND_SET -> compareAndSet(world, i, role, worker);
            case WRITE -> write(world, i, role, worker);
            case DROP -> drop(world, i, worker);
            case DONE -> world;
        };
    }

    private Worker readQuotas(World world, Role role, Worker worker) {
        if (role.arrival() == null) {
            var left = world.quotas().intents();
            return left.isEmpty() ? done(worker) : decided(worker, left, null);
        }
        var then = shortcut == Shortcut.REGISTRATION_READ_FIRST ? Step.COMPARE_AND_SET : Step.READ_REGISTRATIONS;
        return new Worker(then, world.revision(), world.quotas(), worker.found(), Map.of(), null);
    }

    private Worker readRegistrations(World world, Worker worker) {
        var then = shortcut == Shortcut.REGISTRATION_READ_FIRST ? Step.READ_QUOTAS : Step.COMPARE_AND_SET;
        return new Worker(then, worker.revision(), worker.quotas(), world.registrations(), Map.of(), null);
    }

    private World compareAndSet(World world, int i, Role role, Worker worker) {
        var batch = new Batch(new Setting(GALA, TERMS, times.get(world.time())), List.of(role.arrival()));
        var unguarded = shortcut == Shortcut.NO_REVISION_COMPARED;
        var before = unguarded ? world.quotas() : worker.quotas();
        var mine = new HashMap<>(worker.found());
        mine.keySet().retainAll(batch.ids());
        Quotas after;
        try {
            after = batch.decide(before, mine).state();
        } catch (Overtaken e) { // only ever because the quotas have changed since they were read
            if (worker.revision() == world.revision()) throw new IllegalStateException(e);
            return with(world, i, begin());
        }
        if (after.equals(before)) return with(world, i, answered(worker, batch, after));
        if (!unguarded && worker.revision() != world.revision()) return with(world, i, begin());
        var changed = new World(world.time(), world.revision() + 1, after, world.registrations(), world.workers());
        return with(changed, i, answered(worker, batch, after));
    }

    private Worker answered(Worker worker, Batch batch, Quotas quotas) {
        try {
            return decided(
                    worker,
                    batch.intents(quotas),
                    batch.answers(quotas).getFirst().get());
        } catch (Rejection refused) {
            return decided(worker, batch.intents(quotas), null);
        }
    }

    private Worker decided(Worker worker, Map<String, Intent> mine, @Nullable Registration answer) {
        var first = shortcut == Shortcut.INTENT_DROPPED_BEFORE_THE_WRITE ? Step.DROP : Step.WRITE;
        return new Worker(first, 0, null, worker.found(), mine, answer);
    }

    private World write(World world, int i, Role role, Worker worker) {
        var written = new LinkedHashMap<>(world.registrations());
        worker.mine().forEach((id, intent) -> {
            var known =
                    shortcut == Shortcut.WHOLE_DOCUMENT_WRITTEN ? worker.found().get(id) : written.get(id);
            written.put(id, intent.applied(known));
        });
        var then = shortcut == Shortcut.INTENT_DROPPED_BEFORE_THE_WRITE ? done(worker) : at(worker, Step.DROP);
        return with(
                new World(world.time(), world.revision(), world.quotas(), Map.copyOf(written), world.workers()),
                i,
                then);
    }

    private World drop(World world, int i, Worker worker) {
        var steps = new HashMap<String, Integer>();
        worker.mine().forEach((id, intent) -> steps.put(id, intent.lastStep()));
        var settled = world.quotas().settle(steps);
        long revision = settled.equals(world.quotas()) ? world.revision() : world.revision() + 1;
        var then = shortcut == Shortcut.INTENT_DROPPED_BEFORE_THE_WRITE ? at(worker, Step.WRITE) : done(worker);
        return with(new World(world.time(), revision, settled, world.registrations(), world.workers()), i, then);
    }

    private World named(World world, int i, String id) {
        var known = world.registrations().get(id);
        var renamed = new Registration(
                known.id(),
                known.eventId(),
                known.standing(),
                known.order(),
                new Party(known.party().contact(), List.of(Guest.named("Rosemary"))),
                known.payment(),
                known.registeredAt(),
                known.requestHash(),
                known.history(),
                known.invited());
        var registrations = new HashMap<>(world.registrations());
        registrations.put(id, renamed);
        return with(
                new World(world.time(), world.revision(), world.quotas(), Map.copyOf(registrations), world.workers()),
                i,
                new Worker(Step.DONE, 0, null, Map.of(), Map.of(), renamed));
    }

    /** A worker that has answered is done for its client; whether it goes on to tidy up is open, as in reality. */
    private static Worker done(Worker worker) {
        return new Worker(Step.DONE, 0, null, Map.of(), Map.of(), worker.answer());
    }

    private static Worker at(Worker worker, Step next) {
        return new Worker(next, worker.revision(), worker.quotas(), worker.found(), worker.mine(), worker.answer());
    }

    private static World with(World world, int i, Worker worker) {
        var workers = new ArrayList<>(world.workers());
        workers.set(i, worker);
        return new World(world.time(), world.revision(), world.quotas(), world.registrations(), List.copyOf(workers));
    }

    private Optional<String> wrong(World world) {
        for (var quota : world.quotas().quotas()) {
            int taken = places(world, quota.id(), false);
            int held = places(world, quota.id(), true);
            int kept =
                    world.quotas().held().of(quota.id(), world.quotas().held().lapsed());
            if (taken != quota.taken()) return Optional.of(quota + " but registrations have " + taken);
            if (held != kept) return Optional.of(kept + " held of " + quota.id() + " but registrations hold " + held);
            if (taken + held > quota.capacity()) return Optional.of("oversold: " + quota + ", " + held + " held");
        }
        for (int i = 0; i < roles.size(); i++) {
            var wrong = forgotten(world, roles.get(i), world.workers().get(i));
            if (wrong.isPresent()) return wrong;
        }
        return Optional.empty();
    }

    /** How many places registrations have, as they are or will be once every intent is written. */
    private static int places(World world, String quota, boolean held) {
        var ids = new TreeSet<>(world.registrations().keySet());
        ids.addAll(world.quotas().intents().keySet());
        int sum = 0;
        for (var id : ids) {
            var intent = world.quotas().intents().get(id);
            var stored = world.registrations().get(id);
            var registration = intent == null ? stored : intent.applied(stored);
            boolean has = switch (registration.standing().status().places()) {
                case TAKEN -> !held;
                case UNTIL ->
                    held
                            && !registration
                                    .standing()
                                    .hasLapsed(world.quotas().held().lapsed());
                case IN_LINE, NONE -> false;
            };
            if (has) sum += registration.order().claim().draws().getOrDefault(quota, 0);
        }
        return sum;
    }

    /** What a client was told, or did, and what is no longer so. */
    private Optional<String> forgotten(World world, Role role, Worker worker) {
        var told = worker.answer();
        boolean acknowledged = worker.next() == Step.DONE || worker.next() == Step.DROP;
        if (told == null || !acknowledged) return Optional.empty();
        if (shortcut == Shortcut.INTENT_DROPPED_BEFORE_THE_WRITE && worker.next() == Step.DROP) return Optional.empty();
        var stored = world.registrations().get(told.id());
        if (stored == null) return Optional.of("told, but not stored: " + told);
        if (stored.standing().step() < told.standing().step()) return Optional.of("step lost: " + told);
        if (!stored.history().stream().map(Entry::what).toList().containsAll(acts(told)))
            return Optional.of("history lost: " + told);
        boolean named = role.names() != null && !stored.party().equals(told.party());
        return named ? Optional.of("names lost: " + told) : Optional.empty();
    }

    private static List<Entry.Act> acts(Registration registration) {
        return registration.history().stream().map(Entry::what).toList();
    }
}
