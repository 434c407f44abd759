package org.sistercities.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the gateway's cookie and follows redirects to the issuer and back, up to the last one. */
final class Browser {
    static final String COOKIE = "__Host-session";
    private final Client client;

    @Nullable
    String cookie;

    Browser(Client client) {
        this.client = client;
    }

    HttpResponse<String> signIn(String to) {
        var answer = get("/sign-in?to=" + to);
        for (int i = 0; i < 5 && answer.statusCode() == 302; i++) {
            var next = StubIssuer.location(answer);
            if (answer.uri().getPath().startsWith("/login/")) return answer;
            answer = next.getHost() == null || next.getPort() == client.port()
                    ? get(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()))
                    : elsewhere(next);
        }
        return answer;
    }

    HttpResponse<String> get(String path) {
        return send(path, request -> {});
    }

    HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> details) {
        var answer = client.send(path, request -> {
            if (cookie != null) request.header("Cookie", COOKIE + "=" + cookie);
            details.accept(request);
        });
        for (var set : answer.headers().allValues("Set-Cookie"))
            if (set.startsWith(COOKIE + "=")) cookie = set.substring(COOKIE.length() + 1, set.indexOf(';'));
        return answer;
    }

    private static HttpResponse<String> elsewhere(URI uri) {
        return new Client(uri.getPort()).get(uri.getRawPath() + "?" + uri.getRawQuery());
    }
}
