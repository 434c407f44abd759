package org.sistercities.content.story;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * Who contributed to a story: a person, perhaps with a title and an organisation, or an organisation.
 *
 * @param title what the person is, such as "President and CEO"
 */
public record Credit(
        @NotNull Role role,
        @Nullable @Size(max = 300) String name,
        @Nullable @Size(max = 300) String title,
        @Nullable @Size(max = 300) String organisation) {

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
