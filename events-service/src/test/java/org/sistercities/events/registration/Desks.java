package org.sistercities.events.registration;

import static org.sistercities.events.party.RegistrationBuilder.AT_NOON;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.RegistrationBuilder;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Steps;
import org.sistercities.platform.aggregate.IdempotencyKey;

/** Quotas and those who come to the desk, for specifications. */
final class Desks {
    static final Quotas FOUR = quotas(4);

    private Desks() {}

    static Quotas quotas(int ballroom) {
        return Quotas.of(
                "gala",
                List.of(new Quota("ballroom", "Ballroom", ballroom, 0), new Quota("vip-room", "VIP room", 2, 0)));
    }

    static PartyArrives arrives(String key, RegistrationBuilder party) {
        var idempotencyKey = new IdempotencyKey(key);
        var application = party.applies();
        return new PartyArrives(idempotencyKey, idempotencyKey.of(application.toString()), application);
    }

    static StepWanted wants(Registration registration, Function<Steps, Plan> step) {
        return new StepWanted(registration.id(), Entry.GUEST, step);
    }

    static Batch at(Setting setting, Arrival... arrivals) {
        return new Batch(setting, List.of(arrivals));
    }

    static Batch batch(Arrival... arrivals) {
        return at(AT_NOON, arrivals);
    }

    /** The quotas after these were served at noon, with nothing written yet. */
    static Quotas after(Quotas quotas, Arrival... arrivals) {
        return batch(arrivals).decide(quotas, Map.of()).state();
    }

    /** The quotas once all is written. */
    static Quotas settled(Quotas quotas) {
        return new Quotas(
                quotas.eventId(), quotas.edition(), quotas.quotas(), quotas.held(), quotas.waiting(), Map.of());
    }

    static Registration of(Quotas quotas, Arrival arrival) {
        return quotas.intents().get(arrival.registrationId("gala")).applied(null);
    }

    static Map<String, Registration> stored(Registration... registrations) {
        return Arrays.stream(registrations)
                .collect(java.util.stream.Collectors.toMap(Registration::id, registration -> registration));
    }

    static int taken(Quotas quotas, String id) {
        return quotas.quotas().stream()
                .filter(quota -> quota.id().equals(id))
                .findFirst()
                .orElseThrow()
                .taken();
    }
}
