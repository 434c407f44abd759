package org.sistercities.city.registry;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** The network's office corrects what the register says: a city has a new name, or has become part of another one. */
@RestController
@RequestMapping("/api/v1/cities/{id}/entry")
@AllowedFor(Role.ADMINISTRATOR)
class RegisterEntryController {
    private final AggregateStore<City> store;
    private final Cities cities;
    private final Clock clock;

    RegisterEntryController(AggregateStore<City> store, Cities cities, Clock clock) {
        this.store = store;
        this.cities = cities;
        this.clock = clock;
    }

    /** The entity tag is what If-Match asks for. */
    @GetMapping
    ResponseEntity<RegisterEntry> get(@PathVariable String id) {
        return answer(store.get(id));
    }

    @PutMapping
    ResponseEntity<RegisterEntry> put(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RegisterEntry entry) {
        if (entry.successor() != null) check(id, entry.successor().cityId());
        return answer(store.change(
                id,
                IfMatch.revision(ifMatch),
                city -> city.corrected(entry.names(), entry.population(), entry.remarks(), clock.instant())));
    }

    private void check(String id, String successorId) {
        var seen = new HashSet<String>(Set.of(id));
        for (var next = successorId; next != null; next = successorOf(next))
            if (!seen.add(next)) throw new Refused.CircularSuccession(id);
    }

    private @Nullable String successorOf(String id) {
        return cities.find(id)
                .orElseThrow(() -> new Refused.UnknownSuccessor(id))
                .successorId();
    }

    private static ResponseEntity<RegisterEntry> answer(Stored<City> city) {
        return ResponseEntity.ok().eTag(city.etag()).body(RegisterEntry.of(city.state()));
    }
}
