package org.sistercities.web.api;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The APIs, always through the gateway. Reads what it knows and passes over what it does not, so that services can say more. */
@Component
public class Api {
    private static final int NO_CONTENT = 204;

    private final RestClient http;
    private final RestClient slow;
    private final URI gateway;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(
                    DateTimeFeature
                            .ADJUST_DATES_TO_CONTEXT_TIME_ZONE) // half past five in the hall stays half past five
            .build();
    private final ExecutorService parts = ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(),
            ContextSnapshotFactory.builder().build()::captureAll);

    Api(RestClient.Builder builder, SiteProperties site) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(site.connectWithin())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        if (site.key() != null) builder.defaultHeader("Site-Key", site.key());
        this.http = builder.requestFactory(within(site.answerWithin(), client)).build();
        this.slow = builder.requestFactory(within(site.filesWithin(), client)).build();
        this.gateway = site.gateway();
    }

    private static JdkClientHttpRequestFactory within(Duration time, HttpClient client) {
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(time);
        return requests;
    }

    /** A file as a service sends it. */
    public record Bytes(@Nullable MediaType type, Resource content) {}

    /**
     * Asks.
     *
     * @throws NotThere when there is no such thing
     * @throws Moved when it has another address
     * @throws Away when there is no answer
     */
    public <T> T get(Class<T> type, ApiPath path) {
        return send(HttpMethod.GET, path, null, Map.of(), type);
    }

    /** Asks with headers, such as a registration's token. */
    public <T> T get(Class<T> type, ApiPath path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, null, headers, type);
    }

    /**
     * What was asked for, and which edition of it that is.
     *
     * @param etag to be shown with a change (If-Match), or empty
     */
    public record Tagged<T>(T value, String etag) {}

    /** Asks with headers, and notes the edition. Where there is nothing yet (204), an edition can be known all the same. */
    public <T> Tagged<T> tagged(Class<T> type, ApiPath path, Map<String, String> headers) {
        return exchange(
                HttpMethod.GET,
                path,
                null,
                headers,
                response -> new Tagged<>(
                        isEmpty(response) ? json.readValue("{}", type) : json.readValue(response.getBody(), type),
                        Objects.requireNonNullElse(response.getHeaders().getETag(), "")));
    }

    private static boolean isEmpty(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().value() == NO_CONTENT;
    }

    /** Asks for something to be done whose answer says nothing but that it is. */
    public void tell(HttpMethod method, ApiPath path, @Nullable Object body, Map<String, String> headers) {
        exchange(method, path, body, headers, response -> true);
    }

    /** Sends a text as it is, and takes the lines of the answer. */
    public <T> List<T> lines(ApiPath path, MediaType type, String text, Map<String, String> headers, Class<T> line) {
        var request = http.method(HttpMethod.POST).uri(gateway.resolve(path.toString()));
        headers.forEach(request::header);
        request.contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
        return answerOf(
                request,
                path,
                response ->
                        json.readerFor(line).<T>readValues(response.getBody()).readAll());
    }

    /** Sends a file as it is, which the service may take a while to work on. */
    public <T> T upload(ApiPath path, MediaType type, Resource file, Map<String, String> headers, Class<T> answer) {
        var request = slow.method(HttpMethod.POST).uri(gateway.resolve(path.toString()));
        headers.forEach(request::header);
        request.contentType(type).body(file);
        return answerOf(request, path, response -> json.readValue(response.getBody(), answer));
    }

    /** Fetches a file. */
    public Bytes bytes(ApiPath path, Map<String, String> headers) {
        return exchange(
                HttpMethod.GET,
                path,
                null,
                headers,
                response -> new Bytes(
                        response.getHeaders().getContentType(),
                        new ByteArrayResource(response.getBody().readAllBytes())));
    }

    /**
     * Writes.
     *
     * @throws Refused when the service will not
     */
    public <T> T send(
            HttpMethod method, ApiPath path, @Nullable Object body, Map<String, String> headers, Class<T> type) {
        return exchange(method, path, body, headers, response -> json.readValue(response.getBody(), type));
    }

    /** Fetches a part of a page while others are fetched. */
    public <T> Later<T> later(Supplier<T> part) {
        return new Later<>(CompletableFuture.supplyAsync(part, parts));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ClientHttpResponse response) throws IOException;
    }

    private <T> T exchange(
            HttpMethod method, ApiPath path, @Nullable Object body, Map<String, String> headers, Reading<T> reading) {
        var request = http.method(method).uri(gateway.resolve(path.toString()));
        headers.forEach(request::header);
        if (body != null) request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body));
        return answerOf(request, path, reading);
    }

    private <T> T answerOf(RestClient.RequestHeadersSpec<?> request, ApiPath path, Reading<T> reading) {
        try {
            return request.exchangeForRequiredValue((sent, response) -> answered(path, response, reading));
        } catch (ResourceAccessException | JacksonException e) {
            throw new Away(path.toString(), e);
        }
    }

    private <T> T answered(ApiPath path, ClientHttpResponse response, Reading<T> reading) throws IOException {
        var status = response.getStatusCode();
        if (status.is2xxSuccessful()) return reading.read(response);
        var location = response.getHeaders().getFirst("Location");
        if (status.is3xxRedirection() && location != null) throw new Moved(location);
        if (status.value() == 404) throw new NotThere(path.toString());
        if (status.is5xxServerError() || status.value() == 429) throw new Away(path + " " + status);
        throw refused(status, response);
    }

    private Refused refused(HttpStatusCode status, ClientHttpResponse response) throws IOException {
        return new Refused(status.value(), json.readTree(response.getBody()));
    }
}
