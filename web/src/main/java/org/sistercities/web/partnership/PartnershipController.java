package org.sistercities.web.partnership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Part;
import org.sistercities.web.map.Sketch;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.partnership.PartnershipItem.Party;
import org.sistercities.web.story.StoryList;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A partnership's page, and whether a certificate is what was signed. */
@Controller
class PartnershipController {
    private static final int STORIES = 3;

    private final Api api;
    private final Pages pages;

    PartnershipController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    record Items(List<PartnershipItem> items) {}

    @GetMapping("/partnerships/{id}")
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        var path = ApiPath.of("partnerships", id);
        var stories = api.later(() -> api.get(
                StoryList.class, ApiPath.of("stories").with("partnership", id).with("limit", STORIES)));
        var partnership = api.get(PartnershipPage.class, path);
        var model = new HashMap<String, Object>(Map.of("partnership", partnership, "stories", stories.part()));
        today(partnership).ifPresent(item -> model.put("map", sketch(item)));
        return pages.page("partnership", visitor, model);
    }

    @GetMapping("/verify")
    ResponseEntity<byte[]> verify(@RequestParam(required = false) @Nullable String certificate, Visitor visitor) {
        var model = new HashMap<String, Object>(Map.of("certificate", certificate == null ? "" : certificate.strip()));
        if (certificate != null && !certificate.isBlank())
            model.put(
                    "verification",
                    api.get(
                            Verification.class,
                            ApiPath.of("partnerships", "verification").with("certificate", certificate.strip())));
        return pages.page("verify", visitor, model);
    }

    /** The same partnership as its first city's list has it, with where the cities are. */
    private Optional<PartnershipItem> today(PartnershipPage partnership) {
        var first = partnership.parties().getFirst().cityId();
        Part<Items> list = api.later(() -> api.get(
                        Items.class,
                        ApiPath.of("partnerships").with("city", first).with("limit", 100)))
                .part();
        return list.get()
                .flatMap(items -> items.items().stream()
                        .filter(item -> item.id().equals(partnership.id()))
                        .findFirst());
    }

    private static Sketch sketch(PartnershipItem partnership) {
        var drawing = new Sketch.Drawing();
        var parties = partnership.parties();
        for (int i = 0; i < parties.size(); i++)
            for (var other : parties.subList(i + 1, parties.size()))
                drawing.line(parties.get(i).position(), other.position(), "line");
        for (Party party : parties) drawing.dot(party.position(), party.name(), "city");
        return drawing.sketch();
    }
}
