package org.sistercities.city.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City.Membership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A city's membership over HTTP, as the network's office keeps it. The city's page shows everyone whether it is a member. */
@RestController
@RequestMapping("/api/v1/cities/{id}/membership")
@AllowedFor(Role.ADMINISTRATOR)
class MembershipController {
    private final AggregateStore<City> cities;
    private final Clock clock;

    MembershipController(AggregateStore<City> cities, Clock clock) {
        this.cities = cities;
        this.clock = clock;
    }

    /** The body of a membership. */
    record SetMembership(
            @NotBlank @Size(max = 40) String number,
            @NotNull LocalDate goodStandingUntil) {

        Membership membership() {
            return new Membership(number.strip(), goodStandingUntil);
        }
    }

    /** The entity tag is what If-Match asks for. */
    @GetMapping
    ResponseEntity<Membership> get(@PathVariable String id) {
        return answer(cities.get(id));
    }

    @PutMapping
    ResponseEntity<Membership> set(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SetMembership request) {
        return answer(cities.change(
                id, IfMatch.revision(ifMatch), city -> city.member(request.membership(), clock.instant())));
    }

    private static ResponseEntity<Membership> answer(Stored<City> city) {
        var membership = city.state().membership();
        return membership == null
                ? ResponseEntity.noContent().eTag(city.etag()).build()
                : ResponseEntity.ok().eTag(city.etag()).body(membership);
    }
}
