package org.sistercities.events.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.registration.KnownParty;

/** Knows whom messages of some kinds go to. What it tells is read anew for each message, and kept nowhere. */
public interface Addressees {

    /** The kinds it is asked about. */
    Set<Kind> kinds();

    /** Whom a message goes to; empty when they are not known any more. */
    Optional<Addressee> find(String recipientId);

    /**
     * Somebody a message goes to.
     *
     * @param expects the kinds that are still true for them
     * @param facts what templates can say besides what is known of the event
     * @param party whose tickets they may get
     */
    record Addressee(
            String name,
            String email,
            Set<Kind> expects,
            Map<Fact, String> facts,
            @Nullable KnownParty party) {}
}
