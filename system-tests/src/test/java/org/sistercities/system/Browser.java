package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, driven by the Chrome DevTools Protocol; nothing but the browser itself is needed. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LISTENS = "DevTools listening on ";
    private static final long SECONDS_FOR_AN_ANSWER = 30;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Answers())
                .join();
    }

    /** Starts one, its profile in this folder. */
    static Browser start(Path profile) throws IOException {
        var process = new ProcessBuilder(
                        program(),
                        "--headless=new",
                        "--no-sandbox", // tests may run as root; the pages are ours
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine())
            if (line.startsWith(LISTENS)) {
                Thread.ofVirtual().start(() -> readOn(said)); // or it would wait for a reader
                return new Browser(process, line.substring(LISTENS.length()));
            }
        throw new AssertionError("Chromium ended before it listened");
    }

    private static void readOn(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            return; // with the browser
        }
    }

    private static String program() {
        var configured = Stream.ofNullable(System.getenv("CHROMIUM"));
        var usual = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> folder + "/" + name));
        return Stream.concat(configured, usual)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "This test needs Chromium: apt-get install chromium, or say in CHROMIUM where it is."));
    }

    /** Opens a tab of this width. */
    Tab tab(int width) {
        var context = send(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asString();
        var target = send(null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asString();
        var session = send(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        return new Tab(this, session, width);
    }

    /** Asks for something, of a tab if a session is named, and waits for the answer. */
    JsonNode send(String session, String method, Map<String, ?> parameters) {
        var id = number.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        var request = new java.util.HashMap<String, Object>(Map.of("id", id, "method", method, "params", parameters));
        if (session != null) request.put("sessionId", session);
        try {
            synchronized (socket) {
                socket.sendText(JSON.writeValueAsString(request), true).get(SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS);
            }
            var said = answer.get(SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS);
            if (said.has("error")) throw new AssertionError(method + ": " + said.path("error"));
            return said.path("result");
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(method, e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var message = JSON.readTree(text.toString());
                text.setLength(0);
                var waiting = asked.remove(message.path("id").asInt(0));
                if (waiting != null) waiting.complete(message);
            }
            webSocket.request(1);
            return null;
        }
    }

    /** What a visitor does in a tab. */
    static final class Tab {
        private final Browser browser;
        private final String session;

        Tab(Browser browser, String session, int width) {
            this.browser = browser;
            this.session = session;
            send("Page.enable", Map.of());
            send(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        }

        /** As somebody sees it who prefers dark, or light, pages. */
        Tab inTheDark(boolean dark) {
            var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
            send("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
            return this;
        }

        Tab withoutScripts() {
            send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            return this;
        }

        /** Without the network, or with it again. */
        Tab offline(boolean offline) {
            send("Network.enable", Map.of());
            send(
                    "Network.emulateNetworkConditions",
                    Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
            return this;
        }

        /** Clicks something that changes the page it is on. */
        Tab touch(String selector) {
            evaluate("document.querySelector(%s).click()".formatted(quoted(selector)));
            return this;
        }

        /** Waits until the page says this. */
        Tab awaits(String text) {
            org.awaitility.Awaitility.await(text)
                    .atMost(java.time.Duration.ofMinutes(1))
                    .ignoreExceptions() // while one page goes and the next comes
                    .until(() -> text().contains(text));
            return this;
        }

        /** Goes there and waits until all of it is loaded. */
        Tab open(String url) {
            evaluate("window.left = true");
            send("Page.navigate", Map.of("url", url));
            return loaded();
        }

        /** Does something that leads to another page, and waits for that. */
        Tab follow(String script) {
            evaluate("window.left = true; " + script);
            return loaded();
        }

        /** Clicks what the selector finds, and waits for the page it leads to. */
        Tab click(String selector) {
            return follow("document.querySelector(%s).click()".formatted(quoted(selector)));
        }

        /** Writes into a field. */
        Tab type(String selector, String text) {
            evaluate("document.querySelector(%s).value = %s".formatted(quoted(selector), quoted(text)));
            return this;
        }

        /** Types as with keys, so that scripts hear it. */
        Tab press(String selector, String text) {
            evaluate("document.querySelector(%s).focus()".formatted(quoted(selector)));
            send("Input.insertText", Map.of("text", text));
            return this;
        }

        Tab key(String name, int code) {
            for (var type : List.of("keyDown", "keyUp"))
                send(
                        "Input.dispatchKeyEvent",
                        Map.of("type", type, "key", name, "code", name, "windowsVirtualKeyCode", code));
            return this;
        }

        String text() {
            return evaluate("document.body.innerText").asString();
        }

        String title() {
            return evaluate("document.title").asString();
        }

        String path() {
            return evaluate("location.pathname").asString();
        }

        JsonNode evaluate(String script) {
            var answer = send(
                    "Runtime.evaluate",
                    Map.of("expression", script, "returnByValue", true, "awaitPromise", true, "userGesture", true));
            if (answer.has("exceptionDetails"))
                throw new AssertionError(script + ": " + answer.path("exceptionDetails"));
            return answer.path("result").path("value");
        }

        /** Signs in at the development issuer. The gateway lets nobody try often; then this waits and tries again. */
        Tab signIn(String site, String account, String password) {
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofMinutes(2))
                    .pollDelay(java.time.Duration.ZERO)
                    .pollInterval(java.time.Duration.ofSeconds(15)) // three requests each time, of twenty a minute
                    .untilAsserted(() -> {
                        open(site + "/sign-in?to=/console");
                        if (evaluate("document.querySelector('[name=username]') !== null")
                                .asBoolean()) fillIn(account, password);
                        assertThat(path()).as(text()).startsWith("/console");
                    });
            return this;
        }

        /** Fills in the form of the development issuer. */
        Tab fillIn(String account, String password) {
            type("[name=username]", account).type("[name=password]", password);
            return follow("document.querySelector('form').submit()");
        }

        private Tab loaded() {
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofMinutes(1))
                    .pollInterval(java.time.Duration.ofMillis(20))
                    .ignoreExceptions() // while one page goes and the next comes
                    .until(() -> evaluate("document.readyState === 'complete' && window.left !== true")
                            .asBoolean());
            return this;
        }

        private JsonNode send(String method, Map<String, ?> parameters) {
            return browser.send(session, method, parameters);
        }

        private static String quoted(String text) {
            return JSON.writeValueAsString(text);
        }
    }
}
