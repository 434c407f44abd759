package org.sistercities.city.seeking;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.seeking.Interest.State;
import org.sistercities.contracts.CityDomainEvent.MutualInterestFound;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;
import org.sistercities.platform.aggregate.Change;

/**
 * A city's place on the seeking board: there is one for each city, so it never has two open listings. It ends by itself when its
 * time is over; nobody has to sweep it away.
 *
 * @param edition counts what readers can see of it: interests of other cities do not show there
 * @param posting null when it is withdrawn and nobody shakes hands with its contact any more
 * @param until when it ends unless renewed
 */
record SeekingListing(
        Party city,
        int edition,
        @Nullable Posting posting,
        Instant postedAt,
        Instant until,
        boolean withdrawn,
        List<Interest> interests) {
    private static final Period LASTS = Period.ofMonths(12);
    private static final int MOST_INTERESTS = 200;

    /** Of a city's listing; what else is on the topic may go by the bare id of the city. */
    static String id(String cityId) {
        return "seeking/" + cityId;
    }

    /** The city's first listing. */
    static Change<SeekingListing> first(Party city, Posting posting, Instant now) {
        posting.check();
        return posted(city, 1, posting, now, List.of());
    }

    /**
     * The city seeks again after its last listing has ended. Hands once shaken stay so.
     *
     * @throws Refused.AlreadySeeking when another listing is open
     */
    Change<SeekingListing> again(Posting next, Instant now) {
        next.check();
        if (!isOpen(now)) return posted(city, edition + 1, next, now, mutual());
        if (next.equals(posting)) return Change.none(this); // asked again: same answer
        throw new Refused.AlreadySeeking(city.cityId());
    }

    /**
     * Other words, wishes or contact; the time it ends stays.
     *
     * @throws Refused.ListingHasChanged when this is not the edition the author has read
     */
    Change<SeekingListing> edit(int expectedEdition, Posting next, Instant now) {
        next.check();
        mustBeOpen(now);
        if (next.equals(posting)) return Change.none(this);
        if (edition != expectedEdition) throw new Refused.ListingHasChanged(edition);
        return told(new SeekingListing(city, edition + 1, next, postedAt, until, false, interests), next, now);
    }

    /** Another twelve months from now, also when it has expired. */
    Change<SeekingListing> renew(Instant now) {
        if (posting == null || withdrawn) throw new Refused.NotSeeking(city.cityId());
        var renewed = new SeekingListing(city, edition + 1, posting, postedAt, end(now), false, interests);
        return told(renewed, posting, now);
    }

    /** The city seeks no longer: what is undecided is dropped, with its contacts. */
    Change<SeekingListing> withdraw(Instant now) {
        if (withdrawn) return Change.none(this);
        var ended = new SeekingListing(city, edition + 1, posting, postedAt, until, true, List.of()).with(mutual());
        return Change.of(ended, new SeekingWithdrawn(id(city.cityId()), city.cityId(), now));
    }

    /** Another city would like to be the sister; said again, its contact is brought up to date. */
    Change<SeekingListing> declareInterest(Party other, Contact contact, Instant now) {
        mustBeOpen(now);
        if (other.cityId().equals(city.cityId())) throw new Refused.OwnListing();
        var known = interestOf(other.cityId());
        if (known.isPresent()) {
            if (known.get().is(State.DECLINED)) throw new Refused.InterestWasDeclined(other.cityId());
            return Change.of(replaced(other.cityId(), interest -> interest.by(contact)));
        }
        if (interests.size() >= MOST_INTERESTS) throw new Refused.TooManyInterests(MOST_INTERESTS);
        return Change.of(with(Stream.concat(interests.stream(), Stream.of(Interest.declared(other, contact, now)))
                .toList()));
    }

    /** The other city takes its interest back, answered or not; both contacts are out of sight again. */
    Change<SeekingListing> takeBackInterest(String cityId) {
        var others = interests.stream()
                .filter(interest -> !interest.city().cityId().equals(cityId))
                .toList();
        return Change.of(others.size() == interests.size() ? this : with(others));
    }

    /** The interest is mutual. */
    Change<SeekingListing> accept(String cityId, Instant now) {
        var interest = existing(cityId);
        if (interest.is(State.MUTUAL)) return Change.none(this);
        if (interest.is(State.DECLINED)) throw new Refused.InterestWasDeclined(cityId);
        mustBeOpen(now);
        return Change.of(
                replaced(cityId, known -> known.accepted(now)),
                new MutualInterestFound(id(city.cityId()), city.cityId(), cityId, now));
    }

    /** It is not, or no longer. */
    Change<SeekingListing> decline(String cityId, Instant now) {
        if (existing(cityId).is(State.DECLINED)) return Change.none(this);
        return Change.of(replaced(cityId, known -> known.declined(now)));
    }

    boolean isOpen(Instant now) {
        return !withdrawn && now.isBefore(until);
    }

    Interest existing(String cityId) {
        return interestOf(cityId).orElseThrow(() -> new Refused.NoSuchInterest(cityId));
    }

    /** Both contacts, if the two cities are interested in each other. */
    Optional<Handshake> handshakeWith(String cityId) {
        return interestOf(cityId)
                .filter(interest -> interest.is(State.MUTUAL))
                .flatMap(interest -> posting == null || interest.contact() == null
                        ? Optional.empty()
                        : Optional.of(new Handshake(posting.contact(), interest.contact())));
    }

    private static Change<SeekingListing> posted(
            Party city, int edition, Posting posting, Instant now, List<Interest> interests) {
        return told(new SeekingListing(city, edition, posting, now, end(now), false, interests), posting, now);
    }

    private static Change<SeekingListing> told(SeekingListing listing, Posting posting, Instant now) {
        var wanted = posting.wanted();
        return Change.of(
                listing,
                new SeekingPosted(
                        id(listing.city().cityId()),
                        listing.city(),
                        wanted.regions().stream()
                                .map(WorldRegion::name)
                                .distinct()
                                .toList(),
                        wanted.countries().stream().distinct().toList(),
                        wanted.languages().stream().distinct().toList(),
                        wanted.themes().stream().map(Theme::name).distinct().toList(),
                        listing.until(),
                        now));
    }

    private static Instant end(Instant now) {
        return now.atZone(ZoneOffset.UTC).plus(LASTS).toInstant();
    }

    private void mustBeOpen(Instant now) {
        if (!isOpen(now)) throw new Refused.NotSeeking(city.cityId());
    }

    private Optional<Interest> interestOf(String cityId) {
        return interests.stream()
                .filter(interest -> interest.city().cityId().equals(cityId))
                .findFirst();
    }

    private List<Interest> mutual() {
        return interests.stream().filter(interest -> interest.is(State.MUTUAL)).toList();
    }

    private SeekingListing replaced(String cityId, UnaryOperator<Interest> change) {
        var all = new ArrayList<>(interests);
        all.replaceAll(interest -> interest.city().cityId().equals(cityId) ? change.apply(interest) : interest);
        return with(List.copyOf(all));
    }

    /** Once withdrawn, the own contact is kept only as long as somebody shakes hands with it. */
    private SeekingListing with(List<Interest> others) {
        var needed = !withdrawn || others.stream().anyMatch(interest -> interest.is(State.MUTUAL));
        return new SeekingListing(city, edition, needed ? posting : null, postedAt, until, withdrawn, others);
    }
}
