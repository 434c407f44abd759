package org.sistercities.content.story;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that editors write; on the wire, what they send. Lists that are left out are empty.
 *
 * @param slug the last segment of the address once published; made from the headline when nobody chose one
 * @param body Markdown
 * @param dateline for press releases
 * @param publishedOn for stories of earlier days; the day of publication when nobody says otherwise
 */
public record Manuscript(
        @NotNull Kind kind,

        @Nullable
        @Size(max = 200)
        @Pattern(regexp = Slug.FORM, message = "must be lower-case words with hyphens between")
        String slug,

        @NotBlank @Size(max = 300) String headline,
        @Nullable @Size(max = 1_000) String excerpt,
        @NotNull @Size(max = 200_000) String body,
        @Nullable @Valid Dateline dateline,
        @Size(max = 100) List<@Valid Credit> credits,
        @Size(max = 100) List<@Valid Photo> photos,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> cityIds,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> partnershipIds,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> eventIds,
        @Size(max = 100) List<@Valid Syndication> syndications,
        @Nullable @PastOrPresent LocalDate publishedOn) {

    /** What kind of story it is. */
    public enum Kind {
        STORY,
        PRESS_RELEASE
    }

    public Manuscript {
        credits = orEmpty(credits);
        photos = orEmpty(photos);
        cityIds = orEmpty(cityIds);
        partnershipIds = orEmpty(partnershipIds);
        eventIds = orEmpty(eventIds);
        syndications = orEmpty(syndications);
    }

    /** A plain story about some cities and partnerships. */
    public static Manuscript story(String headline, String body, List<String> cityIds, List<String> partnershipIds) {
        return new Manuscript(
                Kind.STORY,
                null,
                headline,
                null,
                body,
                null,
                List.of(),
                List.of(),
                cityIds,
                partnershipIds,
                List.of(),
                List.of(),
                null);
    }

    Manuscript published(String slug, LocalDate on) {
        return new Manuscript(
                kind,
                slug,
                headline,
                excerpt,
                body,
                dateline,
                credits,
                photos,
                cityIds,
                partnershipIds,
                eventIds,
                syndications,
                on);
    }

    /** The chosen slug, or one made from the headline. */
    String slugOrHeadline() {
        return slug != null ? slug : Slug.of(headline);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
