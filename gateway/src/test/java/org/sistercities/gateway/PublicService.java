package org.sistercities.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers each path as a test wants it, and notes how often it was asked. */
final class PublicService {
    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, List<Map<String, List<String>>>> asked = new ConcurrentHashMap<>();

    /** Requests that are held back until it is 0. */
    final AtomicInteger held = new AtomicInteger();

    /**
     * What a path answers.
     *
     * @param length as announced; -1 for a body in chunks
     */
    record Page(int status, Map<String, String> headers, byte[] body, long length) {
        Page(String body, String... headers) {
            this(200, pairs(headers), body.getBytes(), body.length());
        }

        private static Map<String, String> pairs(String... headers) {
            var pairs = new java.util.LinkedHashMap<String, String>();
            for (int i = 0; i < headers.length; i += 2) pairs.put(headers[i], headers[i + 1]);
            return pairs;
        }
    }

    PublicService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    void put(String path, Page page) {
        pages.put(path, page);
    }

    List<Map<String, List<String>>> asked(String path) {
        return asked.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestURI().toString();
            asked(target).add(Map.copyOf(exchange.getRequestHeaders()));
            while (held.get() > 0) Thread.sleep(5);
            var page = pages.get(target);
            page.headers().forEach(exchange.getResponseHeaders()::add);
            var etag = page.headers().get("ETag");
            if (etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(page.status(), page.length() < 0 ? 0 : page.length());
            exchange.getResponseBody().write(page.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
