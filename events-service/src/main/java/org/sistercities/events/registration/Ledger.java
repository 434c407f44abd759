package org.sistercities.events.registration;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;

/**
 * The quotas of an event while one change of them is decided, step by step. What has run out is given up first, and whatever
 * becomes free goes to the waiting list before anybody else is served.
 */
final class Ledger {
    private final String eventId;
    private int edition;
    private final Setting setting;
    private final Places places;
    private final WaitingList line;
    private final Map<String, Intent> intents;
    private final Set<String> touched = new HashSet<>();

    Ledger(Quotas quotas, Setting setting) {
        this.eventId = quotas.eventId();
        this.edition = quotas.edition();
        this.setting = setting.notBefore(quotas.held().lapsed());
        this.places = new Places(quotas.quotas(), quotas.held());
        this.line = new WaitingList(quotas.waiting());
        this.intents = new LinkedHashMap<>(quotas.intents());
        if (places.lapse(this.setting.now())) serveThoseWhoWait();
    }

    Setting setting() {
        return setting;
    }

    /** Drops the intents these registrations have nothing left of. */
    void settle(Collection<Registration> stored) {
        for (var registration : stored)
            intents.computeIfPresent(
                    registration.id(),
                    (_, intent) -> intent.isDone(registration.standing().step()) ? null : intent);
    }

    /** A registration as it will be, once all is written; null when there is none. */
    @Nullable
    Registration registration(String id, @Nullable Registration stored) {
        var intent = intents.get(id);
        return intent == null ? stored : intent.applied(stored);
    }

    /** Carries out the first choice there are places for; false when there are none for any. */
    boolean carryOut(String id, @Nullable Registration current, Plan plan) {
        if (plan.isNothing()) return true;
        for (var choice : plan.choices()) {
            if (!moves(current, choice.applied(current))) continue;
            leave(id, choice);
            if (current != null) serveThoseWhoWait();
            return true;
        }
        return false;
    }

    /** Changes how many places a quota has; new ones go to those who wait. */
    void resize(String quota, int capacity) {
        places.resize(quota, capacity);
        edition++;
        serveThoseWhoWait();
    }

    /** Opens a quota the event does not have yet. */
    void open(Quota quota) {
        if (places.has(quota.id())) throw new QuotaExists(quota.id());
        places.add(quota);
        edition++;
    }

    /** Counts something else from now on, unless it is counted already. */
    void add(Quota quota) {
        places.add(quota);
    }

    /** Gives no more of a quota than is given. */
    void close(String quota) {
        places.close(quota);
    }

    /** How many places of a quota are neither taken nor kept for anybody. */
    int free(String quota) {
        return places.free(quota);
    }

    /** How many places somebody who comes now can have of all these quotas. */
    int left(Collection<String> quotas) {
        return quotas.stream()
                .mapToInt(quota -> line.isWaitedFor(quota) ? 0 : places.free(quota))
                .min()
                .orElse(0);
    }

    /** Whether somebody waits for any of these. */
    boolean isWaitedFor(Collection<String> quotas) {
        return quotas.stream().anyMatch(line::isWaitedFor);
    }

    /** What this change has left to be written, by registration. */
    Set<String> touched() {
        return touched;
    }

    /** The quotas after this change. */
    Quotas quotas() {
        return new Quotas(eventId, edition, places.quotas(), places.held(), line.parties(), intents);
    }

    private boolean moves(@Nullable Registration from, Registration to) {
        if (from != null) free(from);
        if (keeps(from, to)) return true;
        if (from != null) keep(from);
        return false;
    }

    private boolean keeps(@Nullable Registration from, Registration to) {
        boolean fits = !hasPlaces(to) || (places.fit(draws(to)) && !overtakes(from, draws(to)));
        if (fits) keep(to);
        return fits;
    }

    /** Whether this would give a party places it does not have while others wait for such. */
    private boolean overtakes(@Nullable Registration from, Map<String, Integer> needed) {
        var had = from != null && hasPlaces(from) ? draws(from) : Map.<String, Integer>of();
        return needed.entrySet().stream()
                .anyMatch(need ->
                        line.isWaitedFor(need.getKey()) && need.getValue() > had.getOrDefault(need.getKey(), 0));
    }

    private boolean hasPlaces(Registration registration) {
        return switch (registration.standing().status().places()) {
            case TAKEN -> true;
            case UNTIL -> !registration.standing().hasLapsed(setting.now());
            case IN_LINE, NONE -> false;
        };
    }

    private void keep(Registration registration) {
        var standing = registration.standing();
        switch (standing.status().places()) {
            case TAKEN -> places.take(draws(registration));
            case UNTIL -> {
                if (hasPlaces(registration)) places.hold(Objects.requireNonNull(standing.until()), draws(registration));
            }
            case IN_LINE -> {
                if (line.size() >= setting.terms().waitingList()) throw new WaitingListFull(line.size());
                line.add(new Waiting(registration.id(), standing.step(), draws(registration)));
            }
            case NONE -> {}
        }
    }

    private void free(Registration registration) {
        var standing = registration.standing();
        switch (standing.status().places()) {
            case TAKEN -> places.giveBack(draws(registration));
            case UNTIL -> {
                if (hasPlaces(registration))
                    places.letGo(Objects.requireNonNull(standing.until()), draws(registration));
            }
            case IN_LINE -> line.remove(registration.id());
            case NONE -> {}
        }
    }

    private void serveThoseWhoWait() {
        if (setting.offers()) line.serve(this::offered);
    }

    private boolean offered(Waiting party) {
        if (!places.fit(party.draws())) return false;
        places.hold(setting.endOfOffer(), party.draws());
        leave(party.registrationId(), Intent.offer(party.step(), setting));
        return true;
    }

    private void leave(String id, Intent intent) {
        intents.merge(id, intent, Intent::then);
        touched.add(id);
    }

    private static Map<String, Integer> draws(Registration registration) {
        return registration.order().claim().draws();
    }
}
