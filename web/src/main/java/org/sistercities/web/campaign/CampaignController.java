package org.sistercities.web.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A campaign's own page. */
@Controller
class CampaignController {
    private final Api api;
    private final Pages pages;

    CampaignController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** As the API tells it; {@code html} is sanitised there. */
    record CampaignPage(@JsonUnwrapped Campaign block, String html) {}

    @GetMapping("/campaigns/{slug}")
    ResponseEntity<byte[]> campaign(@PathVariable String slug, Visitor visitor) {
        var page = api.get(CampaignPage.class, ApiPath.of("campaigns", slug));
        return pages.page("campaign", visitor, Map.of("campaign", page.block(), "html", page.html()));
    }
}
