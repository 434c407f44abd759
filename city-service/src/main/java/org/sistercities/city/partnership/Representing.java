package org.sistercities.city.partnership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.signing.SigningRefused;
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
        if (cityIds.stream().noneMatch(city -> represents(city, caller))) throw new Refused.NotYourCity(cityIds);
    }

    /**
     * What the caller does for a side: the one they name, or the only one they represent. Administrators, and representatives of
     * several sides, may leave it open.
     *
     * @throws SigningRefused.NotAParty when they name a city that is none of the sides
     * @throws Refused.NotYourCity when it is not theirs to act for
     */
    static Act act(Collection<String> sides, @Nullable String side, Caller caller, Evidence evidence, Instant now) {
        if (side != null && !sides.contains(side)) throw new SigningRefused.NotAParty(side);
        mustRepresentOneOf(side == null ? sides : List.of(side), caller);
        var actingFor = side != null ? side : onlyOne(sides, caller);
        return new Act(actingFor, caller.name(), evidence.note(), evidence.link(), now);
    }

    private static @Nullable String onlyOne(Collection<String> sides, Caller caller) {
        var own = sides.stream().filter(city -> caller.actsFor("cities", city)).toList();
        return own.size() == 1 && !caller.is(Role.ADMINISTRATOR) ? own.getFirst() : null;
    }

    private static boolean represents(String city, Caller caller) {
        return caller.is(Role.ADMINISTRATOR) || caller.actsFor("cities", city);
    }
}
