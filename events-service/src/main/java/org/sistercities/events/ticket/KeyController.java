package org.sistercities.events.ticket;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The public keys a device needs to tell genuine tickets when it is offline, as a JWK set (RFC 8037). */
@RestController
@RequestMapping("/api/v1/ticket-keys")
class KeyController {
    private final KeyRing keyRing;

    KeyController(KeyRing keyRing) {
        this.keyRing = keyRing;
    }

    record Jwk(String kty, String crv, String kid, String x, Instant since) {
        static Jwk of(SigningKey key) {
            var x = Base64.getUrlEncoder().withoutPadding().encodeToString(key.rawPublicKey());
            return new Jwk("OKP", "Ed25519", key.id(), x, key.since());
        }
    }

    record JwkSet(List<Jwk> keys) {
        static JwkSet of(SigningKeys keys) {
            return new JwkSet(keys.keys().stream().map(Jwk::of).toList());
        }
    }

    @Public
    @GetMapping
    JwkSet all() {
        return JwkSet.of(keyRing.keys());
    }

    /** A new key signs from now on; tickets signed before stay good, so devices must fetch the keys again. */
    @AllowedFor(Role.ADMINISTRATOR)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    JwkSet rotate() {
        return JwkSet.of(keyRing.rotate());
    }
}
