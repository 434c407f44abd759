package org.sistercities.content.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Slug;

/**
 * All that editors write about a campaign; on the wire, what they send.
 *
 * @param slug the last segment of its address; made from the name when nobody chose one
 * @param slogan what the block says below the name
 * @param body Markdown, for the campaign's own page
 * @param from its first day; null when it has always run
 * @param until its last day; null when it has no end
 * @param image the id of the image in the block
 */
public record Appeal(
        @Nullable
        @Size(max = 80)
        @Pattern(regexp = Slug.FORM, message = "must be lower-case words with hyphens between")
        String slug,

        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 1_000) String slogan,
        @NotNull @Size(max = 100_000) String body,
        @Nullable @Valid Goal goal,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Size(max = 5) List<@Valid Action> actions,

        @Nullable @Pattern(regexp = "[0-9a-f]{32}", message = "must be the id of an image")
        String image) {

    /** What is to be reached, in words, and as a sum where it is money. */
    public record Goal(
            @NotBlank @Size(max = 300) String text,
            @Nullable @Valid Target target) {}

    /** A sum as a decimal string with its ISO 4217 code. */
    public record Target(
            @NotNull @Pattern(regexp = "\\d{1,12}(\\.\\d{1,3})?", message = "must be a decimal such as 60000.00")
            String amount,

            @NotNull Currency currency) {}

    /** A call to action, such as "More information": its words and where they lead. */
    public record Action(
            @NotBlank @Size(max = 100) String label,

            @NotNull
            @Size(max = 2_000)
            @Pattern(regexp = "https://\\S+|/[^/\\s]\\S*", message = "must be an https address or a path of the site")
            String url) {}

    public Appeal {
        actions = orEmpty(actions);
    }

    String address() {
        return slug != null ? slug : Slug.of(name);
    }

    private static List<Action> orEmpty(@Nullable List<Action> actions) {
        return actions == null ? List.of() : List.copyOf(actions);
    }
}
