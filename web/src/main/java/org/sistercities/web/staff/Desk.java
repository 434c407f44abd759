package org.sistercities.web.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotAllowed;
import org.sistercities.web.api.Unknown;
import org.sistercities.web.page.Visitor;
import org.springframework.stereotype.Component;

/** Finds out who has signed in, from the gateway, which keeps their session and sends their token along. */
@Component
public class Desk {
    /** Who runs events. */
    public static final String EVENTS_TEAM = "events-manager";

    /** Who writes. */
    public static final String AUTHOR = "author";

    /** Who judges what is written, and publishes it. */
    public static final String EDITOR = "editor";

    /** Who acts for a city. */
    public static final String REPRESENTATIVE = "city-representative";

    /** The network's office. */
    public static final String OFFICE = "administrator";

    private final Api api;

    Desk(Api api) {
        this.api = api;
    }

    record Session(boolean signedIn, @Nullable String name, List<String> roles) {}

    /**
     * Whoever has signed in.
     *
     * @throws Unknown when nobody has
     */
    public Staff staff(Visitor visitor) {
        var authorization = visitor.authorization().orElseThrow(Unknown::new);
        var session = api.get(Session.class, ApiPath.of("session"), Map.of("Authorization", authorization));
        if (!session.signedIn()) throw new Unknown();
        return new Staff(api, authorization, Objects.requireNonNullElse(session.name(), ""), session.roles());
    }

    /**
     * Whoever has signed in with one of these roles.
     *
     * @throws NotAllowed when they do other work
     */
    public Staff staff(Visitor visitor, String... roles) {
        var staff = staff(visitor);
        if (Arrays.stream(roles).noneMatch(staff::is)) throw new NotAllowed(String.join(", ", roles));
        return staff;
    }
}
