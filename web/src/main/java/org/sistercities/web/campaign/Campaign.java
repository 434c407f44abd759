package org.sistercities.web.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventPage.Price;

/**
 * The block of a campaign: what it is about, what it wants to reach, and what one can do.
 *
 * @param raised what was given and has come, in each currency; null where nobody counts
 * @param gifts how many
 */
public record Campaign(
        String slug,
        String name,
        @Nullable String slogan,
        @Nullable Goal goal,
        List<Action> actions,
        @Nullable List<Price> raised,
        @Nullable Integer gifts) {

    /** What is to be reached, in words. */
    public record Goal(String text) {}

    /** Words and where they lead: an https address or a path of this site. */
    public record Action(String label, String url) {}

    /** What leads on from here: everything but this campaign's own page. */
    public List<Action> actionsElsewhere() {
        return actions.stream()
                .filter(action -> !action.url().equals("/campaigns/" + slug))
                .toList();
    }
}
