package org.sistercities.web.staff;

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
     * Whoever has signed in to write or to edit.
     *
     * @throws NotAllowed when they do other work
     */
    public Staff writer(Visitor visitor) {
        var staff = staff(visitor);
        if (!staff.is(AUTHOR) && !staff.is(EDITOR)) throw new NotAllowed(AUTHOR);
        return staff;
    }

    /**
     * Whoever has signed in with this role.
     *
     * @throws NotAllowed when they do other work
     */
    public Staff staff(Visitor visitor, String role) {
        var staff = staff(visitor);
        if (!staff.is(role)) throw new NotAllowed(role);
        return staff;
    }
}
