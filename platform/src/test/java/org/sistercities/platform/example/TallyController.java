package org.sistercities.platform.example;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.observability.CurrentTrace;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.waiting.Requester;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tallies")
class TallyController {
    private final AggregateStore<Tally> tallies;
    private final Clock clock;
    private final CurrentTrace trace;
    final CountDownLatch abandoned = new CountDownLatch(1);

    TallyController(AggregateStore<Tally> tallies, Clock clock, CurrentTrace trace) {
        this.tallies = tallies;
        this.clock = clock;
        this.trace = trace;
    }

    record OpenTally(
            @NotBlank String id, @Positive int limit, @Valid List<Mark> marks) {}

    record Mark(@NotBlank String name) {}

    @PostMapping
    @AllowedFor(Role.EDITOR)
    ResponseEntity<Tally> open(@Valid @RequestBody OpenTally request) {
        var opened = tallies.create(request.id(), Tally.open(request.id(), request.limit(), clock.instant()));
        return ResponseEntity.ok().eTag(opened.etag()).body(opened.state());
    }

    @PostMapping("/{id}/marks")
    @Public
    Tally add(
            @PathVariable String id,
            @RequestParam @Max(10) int n,
            @RequestHeader("Idempotency-Key") IdempotencyKey key) {
        return tallies.change(id, key.of("add " + n), tally -> tally.add(n, clock.instant()))
                .state();
    }

    @PutMapping("/{id}")
    @AllowedFor({Role.EDITOR, Role.ADMINISTRATOR})
    Tally replace(@PathVariable String id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        return tallies.change(id, IfMatch.revision(ifMatch), tally -> tally.add(1, clock.instant()))
                .state();
    }

    @GetMapping("/{id}")
    @Public
    Tally read(@PathVariable String id) {
        return tallies.get(id).state();
    }

    @GetMapping("/whoami")
    @Public
    Map<String, String> whoAmI(Caller caller) {
        return Map.of(
                "name", caller.name(),
                "roles", caller.roles().toString(),
                "city", String.valueOf(caller.actsFor("cities", "gn1")),
                "thread", String.valueOf(Thread.currentThread().isVirtual()),
                "traceparent", String.valueOf(trace.traceparent()));
    }

    /** Has begun another answer when it fails, as a gateway has when a service's answer is cut off. */
    @GetMapping("/half-done")
    @Public
    Tally halfDone(ServerHttpResponse response) {
        response.getHeaders().setContentLength(9_999);
        response.getHeaders().setLocation(URI.create("/elsewhere"));
        response.getHeaders().setETag("\"1\"");
        throw new NoSuchAggregate("tally", "half-done");
    }

    /** Notes that whoever asked has gone. */
    @GetMapping("/abandoned")
    @Public
    void abandoned(Requester requester) throws InterruptedException {
        while (!requester.isGone()) Thread.sleep(10);
        abandoned.countDown();
    }

    @GetMapping("/broken")
    @Public
    Tally broken() {
        throw new IllegalStateException("password=hunter2");
    }
}
