package org.sistercities.city.partnership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Partnerships over HTTP: propose and read. */
@RestController
@RequestMapping("/api/v1/partnerships")
class PartnershipController {
    private final AggregateStore<Partnership> partnerships;
    private final Network network;
    private final Parties parties;
    private final Proposing proposing;
    private final PartnershipViews views;

    PartnershipController(
            AggregateStore<Partnership> partnerships,
            Network network,
            Parties parties,
            Proposing proposing,
            PartnershipViews views) {
        this.partnerships = partnerships;
        this.network = network;
        this.parties = parties;
        this.proposing = proposing;
        this.views = views;
    }

    @AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
    @PostMapping
    ResponseEntity<PartnershipView> propose(
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody ProposePartnership request,
            Caller caller) {
        var proposed = network.saw(proposing.propose(key, request, caller));
        return ResponseEntity.created(URI.create("/api/v1/partnerships/" + proposed.id()))
                .eTag(proposed.etag())
                .body(views.view(proposed));
    }

    @Public
    @GetMapping("/{id}")
    ResponseEntity<PartnershipView> get(@PathVariable String id) {
        var stored = partnerships.get(id);
        return ResponseEntity.ok().eTag(stored.etag()).body(views.view(stored));
    }

    @Public
    @GetMapping
    Page<PartnershipItem> ofCity(
            @RequestParam String city,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        var page = Page.of(network.of(city), cursor, limit);
        return page.map(parties::item);
    }
}
