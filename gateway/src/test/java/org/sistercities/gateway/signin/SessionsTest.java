package org.sistercities.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.gateway.shared.Store;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionsTest {
    private final SessionKeeper keeper = new LocalSessions(
            new SignInProperties(
                    URI.create("http://issuer"), "gateway", "", "http://us", Set.of(), Duration.ofMinutes(30), 10),
            new SessionsProperties(Store.LOCAL, Duration.ofHours(12)));

    @Test
    void a_session_ends_some_day_however_much_it_is_used() {
        var session = keeper.store().createWebSession().block();
        session.start();
        session.save().block();

        assertThat(isKnown(session.getId(), Duration.ofHours(12))).isTrue();
        assertThat(isKnown(session.getId(), Duration.ofSeconds(-1))).isFalse();
        assertThat(isKnown(session.getId(), Duration.ofHours(12))).isFalse(); // it is gone, not only refused
    }

    @Test
    void sessions_noted_for_somebody_are_told_once() {
        keeper.note("person/edith", "a").block();
        keeper.note("person/edith", "b").block();
        keeper.note("person/ada", "c").block();

        assertThat(keeper.take("person/edith").collectList().block()).containsExactlyInAnyOrder("a", "b");
        assertThat(keeper.take("person/edith").collectList().block()).isEmpty();
    }

    private boolean isKnown(String id, Duration longest) {
        var exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(new HttpCookie(Sessions.COOKIE, id)));
        return Sessions.manager(keeper.store(), longest)
                .getSession(exchange)
                .block()
                .isStarted();
    }
}
