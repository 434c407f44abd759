package org.sistercities.web.gift;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventPage.Price;

/** A gift as its donor sees it; {@code link} is that of the API, with the donor's token. */
record Gift(
        String id,
        String status,
        Price amount,
        String rhythm,
        @Nullable String reference,
        @Nullable List<String> bank,
        @Nullable String checkout,
        String link,
        @Nullable String receipt) {

    /** The address of its page here. */
    String page() {
        return "/gifts/" + id + "/" + link.substring(link.indexOf("token=") + "token=".length());
    }
}
