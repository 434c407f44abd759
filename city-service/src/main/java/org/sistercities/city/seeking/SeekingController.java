package org.sistercities.city.seeking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Representing;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The seeking board over HTTP. A listing goes by the id of its city. */
@RestController
@RequestMapping("/api/v1/seeking")
@AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
class SeekingController {
    private final Listings listings;
    private final Seeking seeking;
    private final Board board;
    private final Clock clock;

    SeekingController(Listings listings, Seeking seeking, Board board, Clock clock) {
        this.listings = listings;
        this.seeking = seeking;
        this.board = board;
        this.clock = clock;
    }

    @Public
    @GetMapping
    Page<SeekingItem> list(
            BoardFilter filter,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        return Page.of(board.list(filter), cursor, limit);
    }

    @Public
    @GetMapping("/{cityId}")
    ResponseEntity<SeekingItem> get(@PathVariable String cityId) {
        return answer(HttpStatus.OK, open(cityId));
    }

    /** The open listing as it was posted, contact included, for those who may change it. */
    @GetMapping("/{cityId}/posting")
    ResponseEntity<Posting> posting(@PathVariable String cityId, Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        var listing = listings.get(cityId);
        var posting = listing.posting();
        if (posting == null || !listing.isOpen(clock.instant())) throw new Refused.NotSeeking(cityId);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + listing.edition() + "\"")
                .body(posting);
    }

    /** Without If-Match it posts a listing; with it, it changes the open one. Sent again it is answered as before. */
    @PutMapping("/{cityId}")
    ResponseEntity<SeekingItem> put(
            @PathVariable String cityId,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Posting posting,
            Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        board.check(posting);
        if (ifMatch == null) return posted(cityId, posting);
        int edition = (int) IfMatch.revision(ifMatch);
        listings.change(cityId, listing -> listing.edit(edition, posting, clock.instant()));
        return answer(HttpStatus.OK, open(cityId));
    }

    /** Another twelve months. */
    @PostMapping("/{cityId}/renewal")
    ResponseEntity<SeekingItem> renew(@PathVariable String cityId, Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        listings.change(cityId, listing -> listing.renew(clock.instant()));
        return answer(HttpStatus.OK, open(cityId));
    }

    @DeleteMapping("/{cityId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String cityId, Caller caller) {
        Representing.mustRepresentOneOf(List.of(cityId), caller);
        listings.change(cityId, listing -> listing.withdraw(clock.instant()));
    }

    private ResponseEntity<SeekingItem> posted(String cityId, Posting posting) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the database keeps it
        var isNew = listings.post(board.party(cityId), posting, now).postedAt().equals(now);
        return answer(isNew ? HttpStatus.CREATED : HttpStatus.OK, open(cityId));
    }

    private Listed open(String cityId) {
        return seeking.find(cityId).orElseThrow(() -> new Refused.NotSeeking(cityId));
    }

    private ResponseEntity<SeekingItem> answer(HttpStatus status, Listed listed) {
        var answer = ResponseEntity.status(status).eTag("\"" + listed.edition() + "\"");
        if (status == HttpStatus.CREATED) answer.location(URI.create("/api/v1/seeking/" + listed.cityId()));
        return answer.body(board.item(listed));
    }
}
