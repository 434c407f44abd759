package org.sistercities.platform.security;

import java.util.List;
import java.util.Set;
import org.sistercities.platform.problem.Rejection;

/**
 * Who makes a request. Controllers take it as an argument.
 *
 * @param name the token's subject; {@code anonymous} without a token
 * @param grants for each kind of thing, such as {@code cities}, the ids the caller acts for
 */
public record Caller(String name, Set<Role> roles, java.util.Map<String, List<String>> grants) {
    static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), java.util.Map.of());

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the token names this very city, event and so on; {@code kind} is the claim's name. */
    public boolean actsFor(String kind, String id) {
        return grants.getOrDefault(kind, List.of()).contains(id);
    }

    /**
     * Refuses a caller whose token does not name this very thing.
     *
     * @throws NotYours when it does not
     */
    public void mustActFor(String kind, String id) {
        if (!actsFor(kind, id)) throw new NotYours(id);
    }

    /** The caller has the role, but for others than this. */
    public static final class NotYours extends Rejection {
        NotYours(String id) {
            super(Reason.NOT_ALLOWED, "You may not act for " + id + ".");
        }
    }
}
