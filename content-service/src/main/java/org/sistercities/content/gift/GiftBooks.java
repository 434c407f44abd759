package org.sistercities.content.gift;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.gift.Gifts.Choice;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Gifts with their donors, for those who keep the books. */
@AllowedFor(Role.ADMINISTRATOR)
@RestController
@RequestMapping("/api/v1/gifts")
class GiftBooks {
    private final GiftDesk desk;
    private final MonthlyGifts monthly;
    private final Gifts gifts;
    private final Clock clock;

    GiftBooks(GiftDesk desk, MonthlyGifts monthly, Gifts gifts, Clock clock) {
        this.desk = desk;
        this.monthly = monthly;
        this.gifts = gifts;
        this.clock = clock;
    }

    /** Those changed last first. */
    @GetMapping
    ResponseEntity<Page<GiftView>> list(
            @RequestParam(required = false) Gift.@Nullable Status status,
            @RequestParam(required = false) @Nullable @Size(max = 200) String campaign,
            @RequestParam(required = false) @Nullable @Size(max = 200) String partnership,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var page = gifts.list(new Choice(status, campaign, partnership), cursor, limit);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page.map(GiftView::forStaff));
    }

    /** The same as a file, written while it is sent. */
    @GetMapping("/export.csv")
    ResponseEntity<Flux<DataBuffer>> export(
            @RequestParam(required = false) Gift.@Nullable Status status,
            @RequestParam(required = false) @Nullable @Size(max = 200) String campaign,
            @RequestParam(required = false) @Nullable @Size(max = 200) String partnership) {
        var choice = new Choice(status, campaign, partnership);
        var lines = Flux.concat(Flux.just(GiftCsv.HEAD), gifts.stream(choice).map(GiftCsv::line))
                .map(line -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(line.getBytes(UTF_8)))
                .subscribeOn(Schedulers.boundedElastic());
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"gifts.csv\"")
                .cacheControl(CacheControl.noStore())
                .body(lines);
    }

    /** Money of a pledge has come; of a monthly one each month's. */
    @PostMapping("/{id}/payments")
    ResponseEntity<GiftView> mark(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReceivedMoney money) {
        return answer(desk.mark(id, IfMatch.revision(ifMatch), money));
    }

    /** Money goes back: a card's by the provider, a transfer's by hand. */
    @PostMapping("/{id}/refunds")
    ResponseEntity<GiftView> refund(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SendBack request) {
        return answer(desk.refund(id, IfMatch.revision(ifMatch), request));
    }

    /** Nothing comes of a pledge, or nothing more; a card is charged no more. */
    @PostMapping("/{id}/lapse")
    ResponseEntity<GiftView> lapse(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(monthly.lapse(id, IfMatch.revision(ifMatch)));
    }

    /** The donor wants to be forgotten, whose card is charged no more; what came stays in the books. */
    @DeleteMapping("/{id}/donor")
    ResponseEntity<GiftView> forget(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(gifts.change(id, IfMatch.revision(ifMatch), gift -> gift.forget(clock.instant())));
    }

    private static ResponseEntity<GiftView> answer(Stored<Gift> gift) {
        return ResponseEntity.ok()
                .eTag(gift.etag())
                .cacheControl(CacheControl.noStore())
                .body(GiftView.forStaff(gift));
    }
}
