package org.sistercities.events.checkout;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Price;
import org.sistercities.events.party.Details;
import org.sistercities.events.registering.ConfirmParty;
import org.sistercities.events.registering.Links;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A party pays by card. That it has come back from the provider's page proves nothing; the registration says whether it is paid. */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/registrations/{id}/checkout")
class CheckoutController {
    private final Cashier cashier;
    private final Checkouts checkouts;
    private final Registrations registrations;
    private final Links links;

    CheckoutController(Cashier cashier, Checkouts checkouts, Registrations registrations, Links links) {
        this.cashier = cashier;
        this.checkouts = checkouts;
        this.registrations = registrations;
        this.links = links;
    }

    /** @param url where to pay; null once it is over */
    record View(
            String id,
            Checkout.Status status,
            Price amount,
            @Nullable String url,
            Instant until) {
        static View of(Checkout checkout) {
            return new View(
                    checkout.id(),
                    checkout.status(),
                    Price.of(checkout.amount()),
                    checkout.url(),
                    checkout.expiresAt());
        }
    }

    /** A page to pay on; the places are kept while it is open. Asked again meanwhile, it is the same page. */
    @PostMapping
    ResponseEntity<View> open(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable ConfirmParty request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var checkout = cashier.open(id, by, request == null ? Details.NONE : request.details());
        return ResponseEntity.created(URI.create("/api/v1/registrations/" + id + "/checkout"))
                .body(View.of(checkout));
    }

    /** The last one. */
    @GetMapping
    View last(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, id, token);
        int number = registrations.get(id).state().checkouts();
        return checkouts
                .find(Checkout.id(id, number))
                .map(View::of)
                .orElseThrow(() -> new NoSuchAggregate("checkout", id));
    }
}
