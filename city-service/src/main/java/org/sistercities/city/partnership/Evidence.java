package org.sistercities.city.partnership;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What speaks for a step: a note in somebody's own words, a link to a document. */
record Evidence(
        @Nullable @Size(max = LONGEST_NOTE) @Pattern(regexp = SAYS_SOMETHING, message = NOT_BLANK)
        String note,

        @Nullable @Size(max = LONGEST_LINK) @Pattern(regexp = WEB_ADDRESS, message = ADDRESS_RULE)
        String link) {
    static final int LONGEST_NOTE = 2_000;
    static final int LONGEST_LINK = 500;
    static final String SAYS_SOMETHING = "(?s).*\\S.*";
    static final String NOT_BLANK = "must not be blank";
    static final String ADDRESS_RULE = "must be an http or https address";
    static final String WEB_ADDRESS = "https?://\\S+";
    static final Evidence NONE = new Evidence(null, null);

    static Evidence orNone(@Nullable Evidence evidence) {
        return evidence == null ? NONE : evidence;
    }
}
