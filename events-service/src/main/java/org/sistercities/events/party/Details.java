package org.sistercities.events.party;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a party tells of itself; what it leaves out stays as it is. */
public record Details(@Nullable Contact contact, @Nullable List<Guest> guests) {
    public static final Details NONE = new Details(null, null);

    Party over(Party known) {
        return new Party(
                contact != null ? contact : known.contact(), Objects.requireNonNullElse(guests, known.guests()));
    }
}
