package org.sistercities.city.partnership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.city.signing.SigningSession.Witness;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IdempotencyKey;
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
import org.springframework.web.bind.annotation.RestController;

/** Virtual signing sessions over HTTP. A representative of any side opens one; everyone sees when and where. */
@RestController
@RequestMapping("/api/v1/partnerships/{id}/sessions")
class SessionController {
    private final AggregateStore<Partnership> partnerships;
    private final Network network;
    private final Parties parties;
    private final Clock clock;

    SessionController(AggregateStore<Partnership> partnerships, Network network, Parties parties, Clock clock) {
        this.partnerships = partnerships;
        this.network = network;
        this.parties = parties;
        this.clock = clock;
    }

    /** The body of a session; {@code link} leads to the video call. */
    record OpenSession(
            @NotNull Instant startsAt,

            @NotNull
            @Size(max = Evidence.LONGEST_LINK)
            @Pattern(regexp = Evidence.WEB_ADDRESS, message = Evidence.ADDRESS_RULE)
            String link,

            @Nullable @Size(max = 20) List<@NotNull @Valid Attestant> witnesses) {

        SigningSession session(String id) {
            var known = witnesses == null ? List.<Attestant>of() : witnesses;
            // to the millisecond, as the database keeps it, because it is sealed
            var start = startsAt.truncatedTo(ChronoUnit.MILLIS);
            return new SigningSession(
                    id, start, link, known.stream().map(Attestant::witness).toList());
        }
    }

    /** Who witnesses. */
    record Attestant(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String title) {

        Witness witness() {
            return new Witness(name, title);
        }
    }

    @AllowedFor({Role.CITY_REPRESENTATIVE, Role.ADMINISTRATOR})
    @PostMapping
    ResponseEntity<SessionView> open(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody OpenSession request,
            Caller caller) {
        var session = request.session(key.idIn("sessions of " + id));
        var changed = partnerships.change(id, key.of(request.toString()), partnership -> {
            var act = Representing.act(partnership.cityIds(), null, caller, Evidence.NONE, clock.instant());
            return partnership.open(session, act);
        });
        network.saw(changed);
        return ResponseEntity.created(URI.create("/api/v1/partnerships/" + id + "/sessions/" + session.id()))
                .eTag(changed.etag())
                .body(view(session, changed.state()));
    }

    @Public
    @GetMapping("/{sessionId}")
    SessionView get(@PathVariable String id, @PathVariable String sessionId) {
        var partnership = partnerships.get(id).state();
        return partnership.papers().sessions().stream()
                .filter(session -> session.id().equals(sessionId))
                .findFirst()
                .map(session -> view(session, partnership))
                .orElseThrow(() -> new Refused.NoSuchSession(sessionId));
    }

    private SessionView view(SigningSession session, Partnership partnership) {
        return SessionView.of(session, partnership.cityIds(), parties::known);
    }
}
