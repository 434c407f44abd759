package org.sistercities.city.partnership;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercities.city.policy.Warning;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.SigningSession;

/** What a partnership's steps have brought; papers are added, none is taken away. */
public record Papers(
        List<Warning> warnings, List<Resolution> resolutions, List<SigningSession> sessions, List<Deed> deeds) {
    static final Papers NONE = new Papers(List.of(), List.of(), List.of(), List.of());

    Papers with(Resolution resolution) {
        return new Papers(warnings, and(resolutions, resolution), sessions, deeds);
    }

    Papers with(SigningSession session) {
        return new Papers(warnings, resolutions, and(sessions, session), deeds);
    }

    Papers with(Deed deed) {
        return new Papers(warnings, resolutions, sessions, and(deeds, deed));
    }

    /**
     * Itself, when no warning stands in the way.
     *
     * @throws Refused.WarningsStand when one does
     */
    Papers unhindered() {
        var standing = warnings.stream().filter(Warning::stands).toList();
        if (!standing.isEmpty()) throw new Refused.WarningsStand(standing);
        return this;
    }

    /** With the warnings of the side that acts overridden; with all of them when somebody acts for no single one. */
    Papers overridden(Act act) {
        var note = String.valueOf(act.note());
        var after = warnings.stream()
                .map(warning -> act.concerns(warning.cityId()) ? warning.overridden(note) : warning)
                .toList();
        if (after.equals(warnings)) throw new Refused.NothingToOverride();
        return new Papers(after, resolutions, sessions, deeds);
    }

    /** With the deed that is worked on, the last one, as it is now. */
    Papers now(Deed deed) {
        return new Papers(warnings, resolutions, sessions, and(deeds.subList(0, deeds.size() - 1), deed));
    }

    /** The text that waits for signatures. */
    public Optional<Deed> open() {
        return deeds.stream().filter(Deed::isOpen).findFirst();
    }

    /** The texts all sides have signed, oldest first. */
    public List<Deed> signed() {
        return deeds.stream().filter(deed -> deed.isSigned() && !deed.dropped()).toList();
    }

    /** The text all sides have signed last. */
    public Optional<Deed> binding() {
        var signed = signed();
        return signed.isEmpty() ? Optional.empty() : Optional.of(signed.getLast());
    }

    Optional<Resolution> resolutionOf(String cityId) {
        return resolutions.stream().filter(r -> r.cityId().equals(cityId)).findFirst();
    }

    boolean hasSession(String sessionId) {
        return sessions.stream().anyMatch(session -> session.id().equals(sessionId));
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
