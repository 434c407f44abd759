package org.sistercities.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Knocks at every endpoint of a running service as everybody, and holds what opens against docs/roles.md. An endpoint that is
 * not in the table, or a row without an endpoint, is found, too.
 */
public final class RolesWalk {
    private static final Path TABLE = Path.of("..", "docs", "roles.md");
    private static final String EVERYONE = "everyone";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?\\w+(?::(?<form>(?:[^{}]|\\{[^{}]*})*))?}");
    private static final List<String> SAMPLES = List.of("no-such", "1", "csv", "2026-000001");

    private RolesWalk() {}

    /** Who may call an endpoint, and what it takes to be understood there. */
    private record Endpoint(String allowed, List<MediaType> consumes, List<MediaType> produces) {}

    /** Walks; {@code service} is the heading of its table. */
    public static void walk(ApplicationContext context, int port, String service) throws Exception {
        var declared = declared(context);
        assertThat(lines(declared)).as("rows of " + service).isEqualTo(documented(service));
        var problems = new SoftAssertions();
        try (var http = HttpClient.newHttpClient()) {
            for (var endpoint : declared.entrySet()) {
                var allowed = endpoint.getValue().allowed();
                problems.assertThat(opens(http, port, endpoint, null))
                        .as(endpoint.getKey() + " for a visitor")
                        .isEqualTo(allowed.equals(EVERYONE));
                for (var role : Role.values())
                    problems.assertThat(opens(http, port, endpoint, role))
                            .as(endpoint.getKey() + " for " + role.claim())
                            .isEqualTo(allowed.equals(EVERYONE)
                                    || Set.of(allowed.split(", ")).contains(role.claim()));
            }
        }
        problems.assertAll();
    }

    private static Map<String, Endpoint> declared(ApplicationContext context) {
        var found = new TreeMap<String, Endpoint>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.sistercities"))
                .forEach(entry -> entry.getKey()
                        .getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> entry.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.put(
                                        method + " " + path.getPatternString(),
                                        new Endpoint(
                                                allowed(entry.getValue()),
                                                List.copyOf(entry.getKey()
                                                        .getConsumesCondition()
                                                        .getConsumableMediaTypes()),
                                                List.copyOf(entry.getKey()
                                                        .getProducesCondition()
                                                        .getProducibleMediaTypes()))))));
        return found;
    }

    private static String allowed(HandlerMethod method) {
        var own = method.getMethodAnnotation(AllowedFor.class);
        if (own == null && method.hasMethodAnnotation(Public.class)) return EVERYONE;
        if (own == null && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Public.class)) return EVERYONE;
        var roles =
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedFor.class);
        var sorted = EnumSet.copyOf(Arrays.asList(roles.value()));
        return sorted.stream().map(Role::claim).collect(Collectors.joining(", "));
    }

    private static String lines(Map<String, Endpoint> table) {
        return table.entrySet().stream()
                .map(row -> "| `" + row.getKey() + "` | " + row.getValue().allowed() + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String documented(String service) throws IOException {
        var rows = Files.readString(TABLE).split("\n## " + service + "\n", 2);
        return rows.length < 2
                ? ""
                : Stream.of(rows[1].split("\n## ", 2)[0].split("\n"))
                        .filter(line -> line.startsWith("| `"))
                        .collect(Collectors.joining("\n"));
    }

    /** Something a path's variable may be. */
    private static String sample(@Nullable String form) {
        return SAMPLES.stream()
                .filter(sample -> form == null || sample.matches(form))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Give a sample of " + form));
    }

    /** Whether the door opens; what is behind it may still find something to refuse, which has a problem of its own then. */
    private static boolean opens(HttpClient http, int port, Map.Entry<String, Endpoint> endpoint, Role role)
            throws Exception {
        var methodAndPath = endpoint.getKey().split(" ", 2);
        var path = VARIABLE.matcher(methodAndPath[1])
                .replaceAll(variable -> sample(variable.group("form")))
                .replace("*", "");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONG_ENOUGH)
                .method(methodAndPath[0], BodyPublishers.noBody());
        endpoint.getValue().consumes().stream()
                .findFirst()
                .ifPresent(type -> request.header("Content-Type", type.toString()));
        endpoint.getValue().produces().forEach(type -> request.header("Accept", type.toString()));
        if (role != null) request.header("Authorization", TestIssuer.bearer("somebody", role));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return switch (answer.statusCode()) {
                    case 401 -> false;
                    case 403 -> new String(body.readAllBytes()).contains("\"/problems/");
                    default -> true;
                };
            }
        } catch (HttpTimeoutException streams) {
            return true;
        }
    }
}
