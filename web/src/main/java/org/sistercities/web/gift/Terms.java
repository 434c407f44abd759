package org.sistercities.web.gift;

import java.util.List;
import org.sistercities.web.event.EventPage.Price;

/** What gifts are taken. */
record Terms(Price least, Price most, List<String> ways) {

    public boolean isByCard() {
        return ways.contains("CARD");
    }
}
