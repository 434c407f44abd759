package org.sistercities.city.partnership;

import static com.mongodb.client.model.Filters.eq;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.problem.Rejection;
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
    private final Clock clock;

    PartnershipController(AggregateStore<Partnership> partnerships, Network network, Parties parties, Clock clock) {
        this.partnerships = partnerships;
        this.network = network;
        this.parties = parties;
        this.clock = clock;
    }

    @AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
    @PostMapping
    ResponseEntity<PartnershipView> propose(
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody ProposePartnership request,
            Caller caller) {
        Representing.mustRepresentOneOf(request.cities(), caller);
        var proposed = network.saw(proposed(key, request, caller));
        return ResponseEntity.created(URI.create("/api/v1/partnerships/" + proposed.id()))
                .eTag(proposed.etag())
                .body(PartnershipView.of(proposed.state()));
    }

    @Public
    @GetMapping("/{id}")
    ResponseEntity<PartnershipView> get(@PathVariable String id) {
        var stored = partnerships.get(id);
        return ResponseEntity.ok().eTag(stored.etag()).body(PartnershipView.of(stored.state()));
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

    private Stored<Partnership> proposed(IdempotencyKey key, ProposePartnership request, Caller caller) {
        var id = key.idIn("partnerships of " + caller.name());
        var known = parties.of(request.cities());
        try {
            return partnerships.create(
                    id,
                    key.of(request.toString()),
                    () -> Partnership.propose(id, request.kind(), known, caller.name(), clock.instant()));
        } catch (AlreadyExists e) {
            throw sameBond(request, e);
        }
    }

    private Rejection sameBond(ProposePartnership request, AlreadyExists otherwise) {
        var bond = Partnership.bond(request.kind(), request.cities());
        return partnerships.list(eq("state." + Partnership.UNIQUE, bond), null, 1).stream()
                .findFirst()
                .<Rejection>map(existing -> new Refused.AlreadyPartners(existing.id()))
                .orElse(otherwise);
    }
}
