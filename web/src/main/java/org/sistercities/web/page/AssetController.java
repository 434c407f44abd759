package org.sistercities.web.page;

import java.time.Duration;
import org.sistercities.web.api.NotThere;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Assets over HTTP. */
@Controller
class AssetController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{file}")
    ResponseEntity<Resource> asset(ServerHttpRequest request) {
        var path = request.getPath().value();
        var asset = assets.find(path).orElseThrow(() -> new NotThere(path));
        return ResponseEntity.ok()
                .contentType(asset.type())
                .cacheControl(FOR_EVER)
                .body(asset.content());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.status(302)
                .header("Location", assets.url("icon.svg"))
                .build();
    }
}
