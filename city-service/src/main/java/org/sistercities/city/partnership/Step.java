package org.sistercities.city.partnership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.signing.Fingerprint;

/**
 * One step in the life of a partnership; steps are added, never changed. Each is told to the world by exactly one event.
 *
 * @param kind what it was after the step
 * @param status how far it was after the step
 * @param cityId whose step it was, where it was one side's
 * @param by who told this service: the subject of the access token
 * @param note why, in somebody's own words
 * @param link to a document as evidence
 * @param paper fingerprint of what the step brought: a resolution, a text, a session, a signature, a date
 * @param seal fingerprint of the step before and of everything else here, in the order of this record
 */
public record Step(
        What what,
        Kind kind,
        Status status,
        @Nullable String cityId,
        String by,
        Instant at,
        @Nullable String note,
        @Nullable String link,
        @Nullable String paper,
        String seal) {

    /** What happened. */
    public enum What {
        PROPOSED,
        /** Entered from a list of earlier years. */
        RECORDED,
        EXPLORED,
        RESOLVED,
        /** Went on despite the warnings of a local policy. */
        OVERRIDDEN,
        AGREED,
        SESSION_OPENED,
        SIGNED,
        WITHDRAWN,
        REJECTED,
        UPGRADE_DROPPED,
        DEACTIVATED,
        SUSPENDED,
        REACTIVATED,
        EXPIRED,
        RENEWED,
        HONOURED,
        TERMINATED
    }

    static Step of(What what, Standing after, @Nullable String paper, Act act) {
        return new Step(
                what,
                after.kind(),
                after.status(),
                act.cityId(),
                act.by(),
                act.at(),
                act.note(),
                act.link(),
                paper,
                "");
    }

    /** The same step, chained to the one with this seal. */
    public Step sealedAfter(String previous) {
        var seal = Fingerprint.of(previous, what, kind, status, cityId, by, at, note, link, paper);
        return new Step(what, kind, status, cityId, by, at, note, link, paper, seal);
    }
}
