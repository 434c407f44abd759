package org.sistercities.web.seeking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The seeking board: cities that look for a further sister, the newest listing first. */
@Controller
class BoardController {
    private static final int PAGE = 20;
    private static final List<String> REGIONS =
            List.of("AFRICA", "ASIA", "EUROPE", "NORTH_AMERICA", "OCEANIA", "SOUTH_AMERICA");
    private static final List<String> THEMES = List.of(
            "ARTS_AND_CULTURE", "YOUTH_AND_EDUCATION", "BUSINESS_AND_TRADE", "HUMANITARIAN_AND_COMMUNITY_DEVELOPMENT");

    private final Api api;
    private final Pages pages;

    BoardController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** What is no region or theme is none that was chosen. */
    @GetMapping("/seeking")
    ResponseEntity<byte[]> board(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var chosen = new HashMap<String, String>();
        if (region != null && REGIONS.contains(region)) chosen.put("region", region);
        if (theme != null && THEMES.contains(theme)) chosen.put("theme", theme);
        var path = ApiPath.of("seeking")
                .with("region", chosen.get("region"))
                .with("theme", chosen.get("theme"))
                .with("cursor", cursor)
                .with("limit", PAGE);
        var board = api.later(() -> api.get(Listing.Listed.class, path));
        return pages.page(
                "seeking",
                visitor,
                Map.of("board", board.part(), "chosen", chosen, "regions", REGIONS, "themes", THEMES));
    }
}
