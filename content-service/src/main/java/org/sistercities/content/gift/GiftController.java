package org.sistercities.content.gift;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.gift.GiftView.Price;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gifts, for those who give. That somebody has come back from the provider's page proves nothing; the gift says whether it is paid. */
@Public // a gift is its donor's: the link says who asks
@RestController
@RequestMapping("/api/v1/gifts")
class GiftController {
    private final GiftDesk desk;
    private final MonthlyGifts monthly;
    private final Gifts gifts;
    private final GiftLinks links;
    private final GiftsProperties properties;
    private final ReceiptPdf pdf;

    GiftController(
            GiftDesk desk,
            MonthlyGifts monthly,
            Gifts gifts,
            GiftLinks links,
            GiftsProperties properties,
            ReceiptPdf pdf) {
        this.desk = desk;
        this.monthly = monthly;
        this.gifts = gifts;
        this.links = links;
        this.properties = properties;
        this.pdf = pdf;
    }

    /** What gifts are taken here. */
    record Terms(Price least, Price most, List<Offer.Way> ways, List<Offer.Rhythm> rhythms) {}

    @GetMapping("/terms")
    Terms terms() {
        return new Terms(
                Price.of(properties.leastCharge()),
                Price.of(properties.mostCharge()),
                desk.takesCards() ? List.of(Offer.Way.CARD, Offer.Way.PLEDGE) : List.of(Offer.Way.PLEDGE),
                List.of(Offer.Rhythm.values()));
    }

    @PostMapping
    ResponseEntity<GiftView> give(
            @RequestHeader("Idempotency-Key") IdempotencyKey key, @Valid @RequestBody MakeGift request) {
        var gift = desk.take(key, request).state();
        return ResponseEntity.created(URI.create("/api/v1/gifts/" + gift.id()))
                .cacheControl(CacheControl.noStore())
                .body(GiftView.forDonor(gift, links, properties.bank()));
    }

    /** A gift, for who has its link, and for administrators. */
    @GetMapping("/{id}")
    ResponseEntity<GiftView> gift(
            @PathVariable String id, @RequestParam(required = false) @Nullable String token, Caller caller) {
        links.check(caller, id, token);
        var gift = gifts.get(id);
        var view = token == null ? GiftView.forStaff(gift) : GiftView.forDonor(gift.state(), links, properties.bank());
        return ResponseEntity.ok()
                .eTag(gift.etag())
                .cacheControl(CacheControl.noStore())
                .body(view);
    }

    /** Its donor wants to give no more each month; answered when nothing is charged any more. */
    @PostMapping("/{id}/end")
    GiftView end(@PathVariable String id, @RequestParam String token, Caller caller) {
        links.check(caller, id, token);
        return GiftView.forDonor(monthly.end(id).state(), links, properties.bank());
    }

    /** The confirmation of what has come and stays. */
    @GetMapping("/{id}/receipt.pdf")
    ResponseEntity<byte[]> receipt(
            @PathVariable String id, @RequestParam(required = false) @Nullable String token, Caller caller) {
        links.check(caller, id, token);
        var gift = gifts.get(id).state();
        if (gift.kept().isEmpty()) throw new GiftRefused.NotSettled();
        var file = ContentDisposition.inline()
                .filename(GiftView.reference(gift) + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(pdf.of(gift));
    }
}
