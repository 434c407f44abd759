package org.sistercities.web.gift;

import java.time.LocalDate;
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
        @Nullable String receipt,
        @Nullable String end,
        @Nullable Months months) {

    /** Of what is charged each month: whether it goes on, and since when the card cannot be charged. */
    record Months(String state, @Nullable LocalDate failedOn) {}

    /** How it stands, for the words that tell it: what was given each month and came has not come to nothing but ended. */
    public String stage() {
        if (months == null) return status.equals("LAPSED") && receipt != null ? "ENDED" : status;
        return switch (months.state()) {
            case "RUNNING" -> status.equals("SETTLED") ? "RUNNING" : status;
            case "ENDING" -> "ENDING";
            default -> status.equals("LAPSED") ? "ENDED" : status;
        };
    }

    /** The address of its page here. */
    String page() {
        return "/gifts/" + id + "/" + link.substring(link.indexOf("token=") + "token=".length());
    }
}
