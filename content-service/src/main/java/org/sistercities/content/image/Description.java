package org.sistercities.content.image;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Credit;

/**
 * What is said about an image; on the wire, what those who write send.
 *
 * @param alt what it shows, for who does not see it
 * @param caption such as "Rosemary Loftus (L), Ginger Moxey … (R)"
 * @param creditLine as it is to be printed, whatever its shape: "©AP", "Photo courtesy of … © 2016"; never cut off
 * @param credits whose work it is: persons and organisations with their roles
 */
public record Description(
        @NotBlank @Size(max = 1_000) String alt,
        @Nullable @Size(max = 2_000) String caption,
        @Nullable @Size(max = 2_000) String creditLine,
        @Size(max = 20) List<@Valid Credit> credits,
        @Nullable @Valid Licence licence,
        @Nullable @Valid FocalPoint focalPoint) {

    /** On whose terms it may be used, such as "CC BY 4.0". */
    public record Licence(
            @NotBlank @Size(max = 200) String name,

            @Nullable
            @Size(max = 2_000)
            @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
            String url) {}

    /** What must be seen however the picture is cut: from the left and from the top, 0 to 1. */
    public record FocalPoint(
            @DecimalMin("0") @DecimalMax("1") double x,
            @DecimalMin("0") @DecimalMax("1") double y) {}

    public Description {
        credits = orEmpty(credits);
    }

    static Description of(String alt) {
        return new Description(alt, null, null, List.of(), null, null);
    }

    private static List<Credit> orEmpty(@Nullable List<Credit> credits) {
        return credits == null ? List.of() : List.copyOf(credits);
    }
}
