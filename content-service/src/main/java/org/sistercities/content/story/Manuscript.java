package org.sistercities.content.story;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that editors write; on the wire, what they send. Lists that are left out are empty.
 *
 * @param slug the last segment of the address once published; made from the headline when nobody chose one
 * @param body Markdown
 * @param language BCP 47 tag of the language it is written in; English when nobody says otherwise
 * @param translationOf the id of the story this is a translation of
 * @param dateline for press releases
 * @param embargoUntil before then it is not published
 * @param leadImage the id of the image that stands for the story and above it
 * @param photos credit lines and captions of photos that are only addresses in the text
 * @param campaignId whose block is shown with the story
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

        @Size(max = 35)
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a BCP 47 language tag")
        String language,

        @Nullable @Size(min = 1, max = 200) String translationOf,
        @Nullable @Valid Dateline dateline,
        @Nullable Instant embargoUntil,
        @Size(max = 100) List<@Valid Credit> credits,

        @Nullable @Pattern(regexp = "[0-9a-f]{32}", message = "must be the id of an image")
        String leadImage,

        @Size(max = 100) List<@Valid Photo> photos,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> cityIds,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> partnershipIds,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> eventIds,
        @Nullable @Size(min = 1, max = 200) String campaignId,

        @Size(max = 30)
        List<
                        @NotNull @Size(max = 60)
                        @Pattern(regexp = Slug.FORM, message = "must be lower-case words with hyphens between") String>
                tags,

        @Nullable @Valid Series series,
        @Size(max = 100) List<@Valid Syndication> syndications,
        @Nullable @PastOrPresent LocalDate publishedOn) {
    private static final String ENGLISH = "en";

    /** What kind of story it is. */
    public enum Kind {
        STORY,
        PRESS_RELEASE,
        /** About the network itself, under an address of its own; no news. */
        PAGE
    }

    public Manuscript {
        language = canonical(language);
        credits = orEmpty(credits);
        photos = orEmpty(photos);
        cityIds = orEmpty(cityIds);
        partnershipIds = orEmpty(partnershipIds);
        eventIds = orEmpty(eventIds);
        tags = orEmpty(tags).stream().distinct().toList();
        syndications = orEmpty(syndications);
    }

    /** A plain story about some cities, partnerships and events. */
    public static Manuscript story(
            String headline, String body, List<String> cityIds, List<String> partnershipIds, List<String> eventIds) {
        return new Manuscript(
                Kind.STORY,
                null,
                headline,
                null,
                body,
                ENGLISH,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                cityIds,
                partnershipIds,
                eventIds,
                null,
                List.of(),
                null,
                List.of(),
                null);
    }

    /** The same with the address and the day it has where it says none. */
    public Manuscript shown(@Nullable String address, @Nullable LocalDate day) {
        return new Manuscript(
                kind,
                slug != null ? slug : address,
                headline,
                excerpt,
                body,
                language,
                translationOf,
                dateline,
                embargoUntil,
                credits,
                leadImage,
                photos,
                cityIds,
                partnershipIds,
                eventIds,
                campaignId,
                tags,
                series,
                syndications,
                publishedOn != null ? publishedOn : day);
    }

    /** Whether it was first published elsewhere. */
    public boolean cameFromElsewhere() {
        return syndications.stream().anyMatch(there -> there.direction() == Syndication.Direction.FROM);
    }

    private static String canonical(@Nullable String tag) {
        if (tag == null) return ENGLISH;
        var known = Locale.forLanguageTag(tag).toLanguageTag();
        return known.equals("und") ? tag : known; // validation has not looked at it yet
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
