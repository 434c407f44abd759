package org.sistercities.events.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/**
 * A device that admits guests to one event. Staff name it and get a code; whoever redeems the code first gets the secret, and nobody
 * else ever does. Only hashes are kept.
 *
 * @param codeHash SHA-256 of the enrolment code
 * @param secretHash SHA-256 of the secret, once enrolled
 */
record DoorDevice(
        String id,
        String eventId,
        String name,
        String codeHash,
        Instant codeExpiresAt,
        @Nullable String secretHash,
        @Nullable Instant enrolledAt,
        @Nullable Revocation revoked) {

    /** Who took the device its right, and when. */
    record Revocation(Instant at, String by) {}

    static DoorDevice named(String id, String eventId, String name, String codeHash, Instant codeExpiresAt) {
        return new DoorDevice(id, eventId, name, codeHash, codeExpiresAt, null, null, null);
    }

    /**
     * Takes the secret of whoever came first with the code.
     *
     * @throws CodeUsed when somebody was faster
     * @throws CodeExpired when it is too late, or the device is revoked already
     */
    Change<DoorDevice> enrol(String hashOfSecret, Instant now) {
        if (secretHash != null) throw new CodeUsed();
        if (revoked != null || !now.isBefore(codeExpiresAt)) throw new CodeExpired();
        return Change.of(new DoorDevice(id, eventId, name, codeHash, codeExpiresAt, hashOfSecret, now, null));
    }

    /** From now on it is nobody, enrolled or not. */
    Change<DoorDevice> revoke(String by, Instant now) {
        if (revoked != null) return Change.none(this);
        return Change.of(new DoorDevice(
                id, eventId, name, codeHash, codeExpiresAt, secretHash, enrolledAt, new Revocation(now, by)));
    }

    boolean hasSecret(String hash) {
        return revoked == null && hash.equals(secretHash);
    }

    /** As it is named where it has scanned something: readable, and unique among devices of one name. */
    String signature() {
        return name + " (" + id.substring(0, 8) + ")";
    }

    /** Another device was enrolled with this code. */
    static final class CodeUsed extends Rejection {
        CodeUsed() {
            super(Reason.CONFLICT, "A device was enrolled with this code before; ask for another code.");
        }
    }

    /** The code was not redeemed in time. */
    static final class CodeExpired extends Rejection {
        CodeExpired() {
            super(Reason.CONFLICT, "The code has expired; ask for another one.");
        }
    }

    /** No device has this code. */
    static final class UnknownCode extends Rejection {
        UnknownCode() {
            super(Reason.NOT_FOUND, "There is no such code.");
        }
    }
}
