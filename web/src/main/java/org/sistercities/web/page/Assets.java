package org.sistercities.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sistercities.web.map.World;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Style, scripts, fonts and drawings. Each one's address has a hash of its content, so that browsers may keep it for ever: other
 * content has another address.
 */
@Component
public class Assets {
    private static final String FOLDER = "/assets/";
    private static final int LENGTH_OF_HASH = 10;
    private static final Pattern FONT = Pattern.compile("url\\((fonts/[^)]+)\\)");
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.valueOf("text/css;charset=UTF-8"),
            "js", MediaType.valueOf("text/javascript;charset=UTF-8"),
            "svg", MediaType.valueOf("image/svg+xml"),
            "woff2", MediaType.valueOf("font/woff2"));

    private static final List<String> NAMES = List.of(
            "suggest.js",
            "ticket-link.js",
            "live.js",
            "import.js",
            "door.js",
            "jsqr/jsQR.js",
            "console.css",
            "editor.css",
            "editor.js",
            "focal.js",
            "desk.css",
            "clocks.js",
            "progress.js",
            "icon.svg");

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Asset> byAddress = new ConcurrentHashMap<>();

    Assets() {
        var style = FONT.matcher(new String(read("site.css"), UTF_8))
                .replaceAll(font -> "url(" + put(font.group(1), read(font.group(1))) + ")");
        put("site.css", style.getBytes(UTF_8));
        for (var name : NAMES) put(name, read(name));
        put("world.svg", World.svg().getBytes(UTF_8));
    }

    /** What is sent. */
    record Asset(MediaType type, Resource content) {}

    /** Where something is, for templates. */
    public String url(String name) {
        return Objects.requireNonNull(addresses.get(name), name);
    }

    /** Whether something is there. */
    public boolean has(String name) {
        return addresses.containsKey(name);
    }

    /** Puts something there, or in the place of what had the name, which is no longer kept. */
    public final String put(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        var hash = DigestUtils.md5DigestAsHex(content).substring(0, LENGTH_OF_HASH);
        var address = FOLDER + name.substring(name.lastIndexOf('/') + 1, dot) + "." + hash + name.substring(dot);
        var type = Objects.requireNonNull(TYPES.get(name.substring(dot + 1)), name);
        byAddress.put(address, new Asset(type, new ByteArrayResource(content)));
        var before = addresses.put(name, address);
        if (before != null && !before.equals(address)) byAddress.remove(before);
        return address;
    }

    Optional<Asset> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private static byte[] read(String name) {
        try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
