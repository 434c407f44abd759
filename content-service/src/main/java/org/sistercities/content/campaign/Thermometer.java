package org.sistercities.content.campaign;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows, from memory, what has come for a campaign. */
public interface Thermometer {

    /** An amount as a decimal string with its ISO 4217 code. */
    record Sum(String amount, Currency currency) {}

    /**
     * What was given and has come.
     *
     * @param raised for each currency the sum
     * @param gifts how many
     */
    record Level(List<Sum> raised, int gifts) {}

    /**
     * Who has given.
     *
     * @param names of those who want theirs to be read, the latest first, at most a thousand
     * @param anonymous how many others want it to be known that somebody did
     */
    record Wall(List<String> names, int anonymous) {}

    /** Null as long as nobody has counted since this replica started. */
    @Nullable
    Level of(String campaignId);

    Wall wall(String campaignId);

    /** Changes when the level does. */
    String stamp(String campaignId);
}
