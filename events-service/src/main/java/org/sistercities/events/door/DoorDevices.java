package org.sistercities.events.door;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static org.sistercities.platform.aggregate.IdempotentRequest.sha256;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.CallerScheme;
import org.sistercities.platform.security.Role;
import org.springframework.stereotype.Component;

/**
 * All door devices, recognised by {@code Authorization: Device <id>.<secret>}. A recognised one is a caller with the role of a door
 * device and a grant for its event, as a token could give them.
 */
@Component
class DoorDevices implements CallerScheme {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // nothing that looks like something else
    private static final int CODE_LENGTH = 12; // 59 bits, for half an hour
    private static final int SECRET_BYTES = 32;
    private static final int MOST_DEVICES = 1_000;

    private final AggregateStore<DoorDevice> store;
    private final DoorProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DoorDevices(AggregateStores stores, DoorProperties properties, Clock clock) {
        this.store = stores.open("door-devices", DoorDevice.class, "codeHash");
        this.properties = properties;
        this.clock = clock;
    }

    /** A device to be enrolled, and the code to do it with. */
    record Expected(DoorDevice device, String code) {}

    /** An enrolled device, and its credentials. */
    record Enrolled(DoorDevice device, String credentials) {}

    Expected expect(String eventId, String name) {
        var code = newCode();
        var id = UUID.randomUUID().toString().replace("-", "");
        var expiry = clock.instant().plus(properties.codeLasts());
        var device = DoorDevice.named(id, eventId, name, sha256(code), expiry);
        return new Expected(store.create(id, Change.of(device)).state(), code);
    }

    /**
     * Enrols the device the code was made for.
     *
     * @throws DoorDevice.UnknownCode when there is no such code
     */
    Enrolled enrol(String code) {
        var bare = code.replace("-", "").strip().toUpperCase(Locale.ROOT);
        var known = store.list(eq("state.codeHash", sha256(bare)), null, 1).stream()
                .findFirst()
                .orElseThrow(DoorDevice.UnknownCode::new);
        var secret = newSecret();
        var now = clock.instant();
        var enrolled = store.change(known.id(), device -> device.enrol(sha256(secret), now));
        return new Enrolled(enrolled.state(), known.id() + "." + secret);
    }

    List<DoorDevice> of(String eventId) {
        return store.list(eq("state.eventId", eventId), ascending("state.codeExpiresAt", "_id"), MOST_DEVICES).stream()
                .map(Stored::state)
                .toList();
    }

    void revoke(String eventId, String id, String by) {
        var now = clock.instant();
        if (!store.find(id).map(device -> device.state().eventId()).equals(Optional.of(eventId)))
            throw new NoSuchAggregate("door device", id);
        store.change(id, device -> device.revoke(by, now));
    }

    @Override
    public String name() {
        return "Device";
    }

    @Override
    public Optional<Caller> caller(String credentials) {
        var parts = credentials.split("\\.", 2);
        if (parts.length < 2) return Optional.empty();
        return store.find(parts[0])
                .map(Stored::state)
                .filter(device -> device.hasSecret(sha256(parts[1])))
                .map(device -> new Caller(
                        device.signature(), Set.of(Role.DOOR_DEVICE), Map.of("events", List.of(device.eventId()))));
    }

    private String newCode() {
        var code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return code.toString();
    }

    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
