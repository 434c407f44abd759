package org.sistercities.city.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.Cities;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A city's policy over HTTP: everyone reads it, its representatives set it. */
@RestController
@RequestMapping("/api/v1/cities/{id}/policy")
class PolicyController {
    private static final int HALF_THE_EARTH_KM = 20_100;

    private final AggregateStore<LocalPolicy> policies;
    private final Cities cities;

    PolicyController(AggregateStore<LocalPolicy> policies, Cities cities) {
        this.policies = policies;
        this.cities = cities;
    }

    /** The body of a policy; what is left out is not asked. */
    record SetPolicy(
            @Nullable Boolean onePerCountry,

            @Nullable @Size(max = 260)
            List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters") String>
                    countriesWithRelations,

            @Nullable @Min(1) @Max(HALF_THE_EARTH_KM) Integer farthestKm) {

        LocalPolicy policy() {
            return new LocalPolicy(Boolean.TRUE.equals(onePerCountry), countriesWithRelations, farthestKm);
        }
    }

    @Public
    @GetMapping
    ResponseEntity<LocalPolicy> get(@PathVariable String id) {
        mustExist(id);
        return policies.find(id).map(PolicyController::answer).orElseGet(() -> ResponseEntity.ok(LocalPolicy.NONE));
    }

    /** Sets it; once there is one, whoever replaces it says with If-Match which one they have read. */
    @AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
    @PutMapping
    ResponseEntity<LocalPolicy> set(
            @PathVariable String id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SetPolicy request,
            Caller caller) {
        mustExist(id);
        if (!caller.is(Role.ADMINISTRATOR)) caller.mustActFor("cities", id);
        var policy = request.policy();
        if (ifMatch == null && policies.find(id).isEmpty()) return answer(policies.create(id, Change.of(policy)));
        return answer(policies.change(id, IfMatch.revision(ifMatch), known -> Change.of(policy)));
    }

    private void mustExist(String id) {
        if (cities.find(id).isEmpty()) throw new NoSuchAggregate("city", id);
    }

    private static ResponseEntity<LocalPolicy> answer(Stored<LocalPolicy> stored) {
        return ResponseEntity.ok().eTag(stored.etag()).body(stored.state());
    }
}
