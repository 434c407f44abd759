package org.sistercities.events.registering;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Entry;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.security.Seal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The tokens in the links that parties get instead of an account. A token is computed from the registration's id, so it need
 * not be stored, and a repeated request gets the same one.
 */
@Component
@EnableConfigurationProperties(LinkProperties.class)
public class Links {
    /** The header that carries the token of a link. */
    public static final String TOKEN = "Registration-Token";

    private final Seal seal;

    Links(LinkProperties properties) {
        seal = new Seal(properties.linkSecret());
    }

    /** The token of a registration, in base64url. */
    public String token(String registrationId) {
        return seal.of(registrationId);
    }

    /** The token of one guest of a party, counted from 1, which is good for that guest's own entry only. */
    String token(String registrationId, int guest) {
        return token(registrationId + "/guest/" + guest);
    }

    /**
     * Who asks about one guest: whoever may ask about the party, or that guest.
     *
     * @throws NotYourRegistration when it is none of them
     */
    public String who(Caller caller, String registrationId, int guest, @Nullable String token) {
        if (token != null && seal.isOf(registrationId + "/guest/" + guest, token)) return Entry.GUEST;
        return who(caller, registrationId, token);
    }

    /**
     * Who asks, as the history shall name them.
     *
     * @throws NotYourRegistration when it is neither the party nor one of the events team
     */
    public String who(Caller caller, String registrationId, @Nullable String token) {
        if (token != null && seal.isOf(registrationId, token)) return Entry.GUEST;
        if (caller.is(Role.EVENTS_MANAGER)) return caller.name();
        throw new NotYourRegistration();
    }
}
