package org.sistercities.content.story;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * Who contributed to a story: a person, perhaps with a title and an organisation, or an organisation.
 *
 * @param title what the person is, such as "President and CEO"
 * @param link to more about them
 */
public record Credit(
        @NotNull Role role,
        @Nullable @Size(max = 300) String name,
        @Nullable @Size(max = 300) String title,
        @Nullable @Size(max = 300) String organisation,

        @Nullable @Size(max = 2_000) @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
        String link) {

    /** What somebody did for the story. */
    public enum Role {
        CONTRIBUTOR,
        AUTHOR,
        PHOTOGRAPHER,
        TRANSLATOR
    }

    public Credit {
        if (isBlank(name) && isBlank(organisation)) throw new CreditNamesNobody();
    }

    /** Whether this is one of those who wrote it. */
    public boolean wroteIt() {
        return role == Role.AUTHOR || role == Role.CONTRIBUTOR;
    }

    /** The person, else the organisation. */
    public String who() {
        return name != null && !name.isBlank() ? name : String.valueOf(organisation);
    }

    /** By which all that one person or organisation wrote is found; empty when the name has no letter. */
    public String key() {
        return Slug.of(who());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** A credit needs a person or an organisation. */
    public static final class CreditNamesNobody extends Rejection {
        CreditNamesNobody() {
            super(Reason.INVALID, "A credit needs a name or an organisation.");
        }
    }
}
