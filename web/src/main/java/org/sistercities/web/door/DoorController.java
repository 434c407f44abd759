package org.sistercities.web.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sistercities.web.page.Assets;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** Knows nothing of devices: their key stays in the browser. */
@Controller
class DoorController {
    /** What the page loads, now or when the camera is started; fonts of other scripts than these it can do without. */
    private static final List<String> ASSETS = List.of(
            "site.css",
            "console.css",
            "door.js",
            "jsqr/jsQR.js",
            "icon.svg",
            "fonts/inter-latin-wght-normal.woff2",
            "fonts/inter-latin-ext-wght-normal.woff2",
            "fonts/fraunces-latin-opsz-normal.woff2",
            "fonts/fraunces-latin-ext-opsz-normal.woff2");

    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

    private final Pages pages;
    private final Assets assets;
    private final String worker;

    DoorController(Pages pages, Assets assets) throws IOException {
        this.pages = pages;
        this.assets = assets;
        this.worker = new ClassPathResource("door/worker.js").getContentAsString(UTF_8);
    }

    @GetMapping("/door")
    ResponseEntity<byte[]> door(Visitor visitor) {
        return pages.own(HttpStatus.OK, "door", visitor, Map.of());
    }

    /**
     * What keeps the page for times without the network. Its address stays, its text names what it keeps: where anything of that is new,
     * so is the text, and browsers replace the one they have. It may only look after the door.
     */
    @GetMapping("/assets/door-worker.js")
    ResponseEntity<String> worker(Visitor visitor) {
        var kept = ASSETS.stream().map(assets::url).collect(Collectors.joining("', '"));
        var page = Objects.requireNonNull(door(visitor).getBody());
        var script = worker.replace("$ASSETS", kept)
                .replace("$LANGUAGE", visitor.language())
                .replace(
                        "$VERSION",
                        DigestUtils.md5DigestAsHex((worker + kept + new String(page, UTF_8)).getBytes(UTF_8)));
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; connect-src 'self'")
                .header("Service-Worker-Allowed", "/door")
                .body(script);
    }
}
