package org.sistercities.web.console;

import java.util.HashMap;
import java.util.Map;
import org.sistercities.web.api.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What comes of a form: the next page, or what the API would not do, in its own words. */
final class Moves {
    private static final int STALE = 412;

    private Moves() {}

    static ResponseEntity<byte[]> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** For the page that is shown again; {@code wrong} says by JSON Pointer what is not right. */
    static Map<String, Object> told(Refused refused) {
        var told = new HashMap<String, Object>();
        told.put("trouble", refused.type());
        told.put("detail", refused.detail());
        told.put("wrong", refused.errors());
        told.put("stale", isStale(refused));
        return told;
    }

    static boolean isStale(Refused refused) {
        return refused.status() == STALE;
    }
}
