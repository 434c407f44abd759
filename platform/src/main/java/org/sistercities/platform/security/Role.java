package org.sistercities.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who a caller may be. None includes another: an administrator does not see guests' data for being one. */
public enum Role {
    MEMBER,
    CITY_REPRESENTATIVE,
    AUTHOR,
    EDITOR,
    EVENTS_MANAGER,
    DOOR_DEVICE,
    ADMINISTRATOR;

    /** As it stands in access tokens, such as {@code events-manager}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role a token names; empty for roles of other systems. */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
