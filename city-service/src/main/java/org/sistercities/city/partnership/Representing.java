package org.sistercities.city.partnership;

import java.util.Collection;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

/** Who may act for a city: its representatives, whose tokens name it, and administrators for all. */
public final class Representing {

    private Representing() {}

    /**
     * Refuses whoever may not act for one of the cities.
     *
     * @throws Refused.NotYourCity when the caller acts for none of the cities
     */
    public static void mustRepresentOneOf(Collection<String> cityIds, Caller caller) {
        if (caller.is(Role.ADMINISTRATOR)) return;
        if (cityIds.stream().noneMatch(city -> caller.actsFor("cities", city))) throw new Refused.NotYourCity(cityIds);
    }
}
