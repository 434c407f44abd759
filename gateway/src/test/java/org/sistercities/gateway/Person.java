package org.sistercities.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser who goes from page to page, here and at the issuer, and fills in the issuer's form. */
final class Person {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private final Map<Integer, Map<String, String>> cookies = new TreeMap<>();
    private final URI home;

    Person(String home) {
        this.home = URI.create(home);
    }

    /** Up to the page with the form, or to where the issuer, who still knows this person, sends them. */
    HttpResponse<String> askToSignIn() {
        return followed(at("/sign-in?to=/console", request -> request.header("Accept", "text/html")));
    }

    HttpResponse<String> signIn(String name) {
        var form = FORM.matcher(askToSignIn().body());
        if (!form.find()) throw new AssertionError("no form to sign in");
        return followed(send(
                URI.create(form.group(1).replace("&amp;", "&")),
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + name + "&password=" + name))));
    }

    HttpResponse<String> at(String path, Consumer<HttpRequest.Builder> details) {
        return send(home.resolve(path), details);
    }

    HttpResponse<String> get(String path) {
        return at(path, request -> {});
    }

    HttpResponse<String> followed(HttpResponse<String> answer) {
        var latest = answer;
        for (int i = 0; i < 10 && latest.statusCode() / 100 == 3; i++)
            latest = send(
                    latest.uri().resolve(StubIssuer.location(latest)),
                    request -> request.header("Accept", "text/html"));
        return latest;
    }

    private HttpResponse<String> send(URI uri, Consumer<HttpRequest.Builder> details) {
        var known = cookies.computeIfAbsent(uri.getPort(), port -> new TreeMap<>());
        var request = HttpRequest.newBuilder(uri);
        if (!known.isEmpty())
            request.header(
                    "Cookie", known.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        details.accept(request);
        var answer = HTTP.sendAsync(request.build(), BodyHandlers.ofString()).join();
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var cookie = set.split(";", 2)[0].split("=", 2);
            if (cookie[1].isEmpty() || set.contains("Max-Age=0")) known.remove(cookie[0]);
            else known.put(cookie[0], cookie[1]);
        }
        return answer;
    }
}
