package org.sistercities.city.seeking;

import org.sistercities.platform.problem.Rejection;

/** What can be refused on the seeking board, one class for each rule. */
final class Refused {

    private Refused() {}

    /** A listing is no essay. */
    static final class TooManyWords extends Rejection {
        TooManyWords(int words, int most) {
            super(Reason.INVALID, "The text has " + words + " words; " + most + " is the most.");
            with("words", words);
        }
    }

    /** The least population is not above the greatest. */
    static final class EmptyPopulationBand extends Rejection {
        EmptyPopulationBand(long min, long max) {
            super(Reason.INVALID, "No city has a population of at least " + min + " and at most " + max + ".");
        }
    }

    /** Wanted countries are countries. */
    static final class UnknownCountry extends Rejection {
        UnknownCountry(String code) {
            super(Reason.INVALID, code + " is no country's code.");
        }
    }

    /** A city has one open listing. */
    static final class AlreadySeeking extends Rejection {
        AlreadySeeking(String cityId) {
            super(Reason.CONFLICT, "City " + cityId + " has an open listing; change it with If-Match.");
        }
    }

    /** The city has no listing, or it is withdrawn or expired. */
    static final class NotSeeking extends Rejection {
        NotSeeking(String cityId) {
            super(Reason.NOT_FOUND, "City " + cityId + " has no open listing.");
        }
    }

    /** Somebody changed the listing since it was read. */
    static final class ListingHasChanged extends Rejection {
        ListingHasChanged(int edition) {
            super(Reason.STALE, "The listing has changed since; it is now edition " + edition + ".");
        }
    }

    /** Interest is for other cities. */
    static final class OwnListing extends Rejection {
        OwnListing() {
            super(Reason.INVALID, "A city is no sister of itself.");
        }
    }

    /** A listing takes a bounded number of interests. */
    static final class TooManyInterests extends Rejection {
        TooManyInterests(int most) {
            super(Reason.CONFLICT, "This listing has " + most + " interested cities, the most it takes.");
        }
    }

    /** That city has declared no interest, or taken it back. */
    static final class NoSuchInterest extends Rejection {
        NoSuchInterest(String cityId) {
            super(Reason.NOT_FOUND, "City " + cityId + " has declared no interest in this listing.");
        }
    }

    /** A declined interest is not declared, or accepted, again. */
    static final class InterestWasDeclined extends Rejection {
        InterestWasDeclined(String cityId) {
            super(Reason.CONFLICT, "The interest of city " + cityId + " was declined.");
        }
    }
}
