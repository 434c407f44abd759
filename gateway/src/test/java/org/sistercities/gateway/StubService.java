package org.sistercities.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that notes what reaches it and answers 201 with a body, after the pause the request's path asks for. */
final class StubService {
    private final HttpServer server;
    final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    /** How many of the next requests are answered 503. */
    final AtomicInteger failing = new AtomicInteger();

    /** The most requests that were being answered at a time. */
    final AtomicInteger mostAtOnce = new AtomicInteger();

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** A request as it arrived, whole. */
    record Seen(String method, String target, Headers headers, byte[] body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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

    /** From now on, requests are noted and wait for their answers. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void letGo() {
        held.countDown();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes(); // fails when the request is cut off
            var target = exchange.getRequestURI().toString();
            seen.add(new Seen(exchange.getRequestMethod(), target, exchange.getRequestHeaders(), body));
            pause(target);
            awaitRelease();
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Location", "/api/v1/stories/1");
            var answer = "{\"served\":true}".getBytes();
            var fails = failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            exchange.sendResponseHeaders(fails ? 503 : 201, answer.length);
            exchange.getResponseBody().write(answer);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code …/after-6500-ms} answers after 6.5 seconds. */
    private static void pause(String target) {
        var wish = java.util.regex.Pattern.compile("after-(\\d+)-ms").matcher(target);
        try {
            if (wish.find()) Thread.sleep(Long.parseLong(wish.group(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
