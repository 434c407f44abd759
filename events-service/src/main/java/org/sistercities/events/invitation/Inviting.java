package org.sistercities.events.invitation;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Invite;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.registration.Arrival;
import org.sistercities.platform.problem.Rejection;

/**
 * Somebody to be invited comes to the registration desk; invited before in the same words, they stay so.
 *
 * @param hash of what the team has said of them
 */
record Inviting(String id, String hash, Invite invite) implements Arrival {

    @Override
    public String registrationId(String eventId) {
        return id;
    }

    @Override
    public Plan plan(@Nullable Registration current, Setting setting) {
        if (current == null) return invite.plan(id, hash, setting);
        if (!current.requestHash().equals(hash)) throw new AlreadyInvited(id);
        return Plan.NOTHING;
    }

    /** Whoever has this key or address is invited already, in other words; nothing was changed. */
    static final class AlreadyInvited extends Rejection {
        AlreadyInvited(String id) {
            super(Reason.CONFLICT, "They are invited already, and not quite so.");
            with("invitationId", id);
        }
    }
}
