package org.sistercities.gateway.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sistercities.platform.problem.ProblemPage;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * A page for those who look at the site with a browser while it does not answer, or when the gateway takes no more of them. It needs
 * nothing from anywhere: its style is in it, and named by its hash in the page's policy. The API always answers with problems.
 */
@Component
final class TroublePage implements ProblemPage {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final String COOKIE = "language"; // which the site sets

    /** What each status is called in the messages; of others the problem itself is told. */
    private static final Map<Integer, String> KINDS =
            Map.of(408, "slow", 413, "large", 429, "often", 500, "away", 502, "away", 503, "away", 504, "away");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final String template;
    private final String policy;

    TroublePage() throws IOException {
        messages.setBasename("trouble/trouble");
        messages.setDefaultEncoding(UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        this.template = new ClassPathResource("trouble/trouble.html").getContentAsString(UTF_8);
        var style = template.substring(template.indexOf("<style>") + "<style>".length(), template.indexOf("</style>"));
        this.policy =
                "default-src 'none'; style-src 'sha256-" + hash(style) + "'; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    public Optional<Page> of(ServerHttpRequest request, ProblemDetail problem) {
        var kind = KINDS.get(problem.getStatus());
        if (kind == null || !isForPeople(request)) return Optional.empty();
        var locale = locale(request);
        var headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE));
        headers.set("Content-Security-Policy", policy);
        return Optional.of(new Page(headers, html(kind, problem, locale)));
    }

    private String html(String kind, ProblemDetail problem, Locale locale) {
        var facts = Optional.ofNullable(problem.getProperties()).orElse(Map.of());
        var text =
                messages.getMessage(kind + ".text", new Object[] {facts.get("retryAfter"), facts.get("limit")}, locale);
        return template.replace("{language}", locale.getLanguage())
                .replace("{title}", messages.getMessage(kind + ".title", null, locale))
                .replace("{text}", text)
                .replace("{home}", messages.getMessage("home", null, locale));
    }

    private static boolean isForPeople(ServerHttpRequest request) {
        return !request.getPath().value().startsWith("/api/") && ProblemPage.isReadBySomebody(request);
    }

    /** The language the site is read in: chosen there, or the browser's first that is one of the site's. */
    private static Locale locale(ServerHttpRequest request) {
        var chosen = request.getCookies().getFirst(COOKIE);
        var wanted = chosen == null ? request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE) : chosen.getValue();
        try {
            var ranges = wanted == null || wanted.isBlank()
                    ? List.<Locale.LanguageRange>of()
                    : Locale.LanguageRange.parse(wanted);
            return Optional.ofNullable(Locale.lookup(ranges, List.of(Locale.ENGLISH, Locale.GERMAN)))
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }
}
