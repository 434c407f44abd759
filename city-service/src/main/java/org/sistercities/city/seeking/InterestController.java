package org.sistercities.city.seeking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Representing;
import org.sistercities.city.seeking.Interest.State;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The handshake over HTTP: a city declares its interest in a listing, the city of the listing answers. */
@RestController
@RequestMapping("/api/v1/seeking/{cityId}/interests")
@AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
class InterestController {
    private final Listings listings;
    private final Board board;
    private final Clock clock;

    InterestController(Listings listings, Board board, Clock clock) {
        this.listings = listings;
        this.board = board;
        this.clock = clock;
    }

    /** The body of a declaration. */
    record DeclareInterest(@NotNull @Valid Contact contact) {}

    /** The body of an answer; a decline may also come after an acceptance. */
    record AnswerInterest(@NotNull Boolean mutual) {}

    /** An interest as the two cities see it; {@code contacts} are null (absent) unless it is mutual. */
    record InterestView(
            Party city,
            State state,
            Instant declaredAt,
            @Nullable Instant answeredAt,
            @Nullable Handshake contacts) {

        static InterestView of(SeekingListing listing, Interest interest) {
            var contacts = listing.handshakeWith(interest.city().cityId()).orElse(null);
            return new InterestView(
                    interest.city(), interest.state(), interest.declaredAt(), interest.answeredAt(), contacts);
        }
    }

    /** For the city that seeks: who is interested, in the order of declaration. */
    @GetMapping
    ResponseEntity<Page<InterestView>> list(
            @PathVariable String cityId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor,
            Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        var listing = listings.get(cityId);
        return unshared(
                Page.of(listing.interests(), cursor, limit).map(interest -> InterestView.of(listing, interest)));
    }

    /** For both cities. */
    @GetMapping("/{interestedId}")
    ResponseEntity<InterestView> get(@PathVariable String cityId, @PathVariable String interestedId, Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId, interestedId), caller);
        return view(listings.get(cityId), interestedId);
    }

    /** For the interested city; needs no Idempotency-Key, declaring it again changes nothing. */
    @PutMapping("/{interestedId}")
    ResponseEntity<InterestView> declare(
            @PathVariable String cityId,
            @PathVariable String interestedId,
            @Valid @RequestBody DeclareInterest request,
            Caller caller) {
        Representing.mustRepresentOneOf(List.of(interestedId), caller);
        var other = board.party(interestedId);
        var now = clock.instant();
        return view(
                listings.change(cityId, listing -> listing.declareInterest(other, request.contact(), now)),
                interestedId);
    }

    /** For the interested city, at any time. */
    @DeleteMapping("/{interestedId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String cityId, @PathVariable String interestedId, Caller caller) {
        Representing.mustRepresentOneOf(List.of(interestedId), caller);
        listings.change(cityId, listing -> listing.takeBackInterest(interestedId));
    }

    /** For the city that seeks. */
    @PutMapping("/{interestedId}/answer")
    ResponseEntity<InterestView> answer(
            @PathVariable String cityId,
            @PathVariable String interestedId,
            @Valid @RequestBody AnswerInterest request,
            Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        var now = clock.instant();
        var answered = listings.change(
                cityId,
                listing -> request.mutual() ? listing.accept(interestedId, now) : listing.decline(interestedId, now));
        return view(answered, interestedId);
    }

    private static ResponseEntity<InterestView> view(SeekingListing listing, String interestedId) {
        return unshared(InterestView.of(listing, listing.existing(interestedId)));
    }

    private static <T> ResponseEntity<T> unshared(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
