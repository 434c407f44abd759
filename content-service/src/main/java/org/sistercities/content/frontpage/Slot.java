package org.sistercities.content.frontpage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on the front page and what is to be there; on the wire, what editors send.
 *
 * @param heading above it
 * @param text in it, plain
 * @param storyIds the stories an editor chose, in their order; those not published are left out
 * @param fill how many stories, or events, there are to be: the newest stories that are not on the page yet fill up
 * @param campaignId whose block is shown
 * @param image the id of an image
 * @param link where it leads
 */
public record Slot(
        @NotNull Kind kind,
        @Nullable @Size(max = 300) String heading,
        @Nullable @Size(max = 5_000) String text,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> storyIds,
        @Min(0) @Max(20) Integer fill,
        @Nullable @Size(min = 1, max = 200) String campaignId,

        @Nullable @Pattern(regexp = "[0-9a-f]{32}", message = "must be the id of an image")
        String image,

        @Nullable @Valid Link link) {

    /** What a place on the front page is for. */
    public enum Kind {
        /** The story of the day. */
        HERO,
        FEATURES,
        /** "Find your city's sister!" */
        CITY_SEARCH,
        /** The block of a campaign. */
        CAMPAIGN,
        /** The next events. */
        EVENTS,
        MISSION,
        DONATE
    }

    /** Words and where they lead. */
    public record Link(
            @NotBlank @Size(max = 100) String label,

            @NotNull
            @Size(max = 2_000)
            @Pattern(regexp = "https://\\S+|/[^/\\s]\\S*", message = "must be an https address or a path of the site")
            String url) {}

    public Slot {
        storyIds = orEmpty(storyIds);
        fill = orNone(fill);
    }

    /** Whether it says what it needs to show anything. */
    boolean isComplete() {
        return switch (kind) {
            case HERO, FEATURES -> !storyIds.isEmpty() || fill > 0;
            case CAMPAIGN -> campaignId != null;
            case EVENTS -> fill > 0;
            case MISSION -> text != null || !storyIds.isEmpty();
            case DONATE -> link != null;
            case CITY_SEARCH -> true;
        };
    }

    private static Integer orNone(@Nullable Integer fill) {
        return fill == null ? 0 : fill;
    }

    private static List<String> orEmpty(@Nullable List<String> ids) {
        return ids == null ? List.of() : List.copyOf(ids);
    }
}
