package org.sistercities.content.story;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** The rules that say no to authors and editors. */
public final class Refused {
    private Refused() {}

    /** An author writes on their own. */
    public static final class AnotherAuthors extends Rejection {
        AnotherAuthors() {
            super(Reason.NOT_ALLOWED, "It is another author's; ask an editor.");
        }
    }

    /** What an editor has approved is changed by editors, so that nothing else is published than was approved. */
    public static final class ApprovedIsForEditors extends Rejection {
        ApprovedIsForEditors() {
            super(Reason.NOT_ALLOWED, "It is approved; ask an editor to return it.");
        }
    }

    /** There is no draft to do this with. */
    public static final class NoDraft extends Rejection {
        NoDraft() {
            super(Reason.CONFLICT, "There is no draft: what is published is all there is.");
        }
    }

    /** Only a draft over a published version can be given up. */
    public static final class NothingElse extends Rejection {
        NothingElse() {
            super(Reason.CONFLICT, "Without its draft nothing would be left of it.");
        }
    }

    /** Only what was submitted or approved is returned. */
    public static final class NotSubmitted extends Rejection {
        NotSubmitted() {
            super(Reason.CONFLICT, "It is a draft: nobody has submitted it.");
        }
    }

    /** A story without text is not published. */
    public static final class NothingToRead extends Rejection {
        NothingToRead() {
            super(Reason.INVALID, "There is no text to publish.");
        }
    }

    /** A press release says where and when it was given out. */
    public static final class DatelineMissing extends Rejection {
        DatelineMissing() {
            super(Reason.INVALID, "A press release needs a dateline.");
        }
    }

    /** Nobody publishes before the time agreed. */
    public static final class UnderEmbargo extends Rejection {
        UnderEmbargo(Instant until) {
            super(Reason.CONFLICT, "It is under embargo.");
            with("embargoUntil", until);
        }
    }

    /** The times make no sense. */
    public static final class TimesDoNotFit extends Rejection {
        TimesDoNotFit(String why) {
            super(Reason.INVALID, "The times do not fit: " + why + ".");
        }
    }

    /** Another story has this slug, or had it once, or none can. */
    public static final class SlugTaken extends Rejection {
        public SlugTaken() {
            super(Reason.CONFLICT, "This slug, or the one its headline makes, is taken; choose another one.");
        }
    }

    /** A story has one translation into a language. */
    public static final class LanguageTaken extends Rejection {
        public LanguageTaken(String language) {
            super(Reason.CONFLICT, "A translation into " + language + " is published already.");
        }
    }

    /** A story moves only so often. */
    public static final class TooManyAddresses extends Rejection {
        TooManyAddresses() {
            super(Reason.CONFLICT, "It has had too many addresses; go back to one of them.");
        }
    }
}
