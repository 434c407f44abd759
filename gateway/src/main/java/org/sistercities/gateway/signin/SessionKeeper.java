package org.sistercities.gateway.signin;

import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.authentication.logout.LogoutTokenClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps sessions, and knows which belong to whom at the issuer, who may end them from there. */
interface SessionKeeper {

    WebSessionStore store();

    /** Notes that a session belongs to this session or person at the issuer. */
    Mono<Void> note(String owner, String session);

    /** The sessions that were noted, which are forgotten. */
    Flux<String> take(String owner);

    /** Does something nobody else does for the same session meanwhile, be it in another replica. */
    <T> Mono<T> alone(String session, Mono<T> work);

    /** From now on this person is signed in with this session. */
    default Mono<Void> signedIn(OidcUser who, String session) {
        var atIssuer = who.getClaimAsString("sid");
        var owners =
                Stream.of("person/" + who.getSubject(), "session/" + atIssuer).limit(atIssuer == null ? 1 : 2);
        return Flux.fromStream(owners).concatMap(owner -> note(owner, session)).then();
    }

    /** The issuer says that one of its sessions is over, or, when it names none, all of a person's. */
    default Mono<Void> signedOut(LogoutTokenClaimAccessor token) {
        var atIssuer = token.getSessionId();
        return take(atIssuer == null ? "person/" + token.getSubject() : "session/" + atIssuer)
                .concatMap(store()::removeSession)
                .then();
    }
}
