package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.JsonNodeFactory;

/** Stories before they are published: as they are typed, for whoever types them, and as they are kept, for whoever has the link. */
@Controller
class ProofController {
    private final Desk desk;
    private final Api api;
    private final Pages pages;
    private final Places places;
    private final Proofs proofs;

    ProofController(Desk desk, Api api, Pages pages, Places places, Proofs proofs) {
        this.desk = desk;
        this.api = api;
        this.pages = pages;
        this.places = places;
        this.proofs = proofs;
    }

    /** A page of its own, of which a script shows a part beside the words. */
    @PostMapping("/console/stories/proof")
    ResponseEntity<byte[]> proof(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var typed = new HashMap<>(form.typed());
        typed.keySet().removeIf(field -> field.startsWith("cities-") || field.equals("eventIds"));
        var sheet = proofs.of(StoryRequest.of(typed, places).story(), staff);
        return pages.own(HttpStatus.OK, "preview", visitor, Map.of("sheet", sheet));
    }

    /** A campaign's name, slogan, text and picture are set as a story's headline, excerpt, text and lead image. */
    @PostMapping("/console/campaigns/proof")
    ResponseEntity<byte[]> proofOfCampaign(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var campaign = JsonNodeFactory.instance.objectNode();
        campaign.put("kind", "CAMPAIGN");
        campaign.put("language", visitor.language());
        campaign.put("headline", form.text("name"));
        campaign.put("excerpt", form.text("slogan"));
        campaign.put("body", form.text("body").replace("\r\n", "\n"));
        campaign.put("leadImage", form.text("image"));
        return pages.own(HttpStatus.OK, "preview", visitor, Map.of("sheet", proofs.of(campaign, staff)));
    }

    @GetMapping("/previews/stories/{id}/{token}")
    ResponseEntity<byte[]> preview(@PathVariable String id, @PathVariable String token, Visitor visitor) {
        try {
            var path = ApiPath.of("stories", id, "preview").with("token", token);
            return pages.own(HttpStatus.OK, "preview", visitor, Map.of("sheet", api.get(Sheet.class, path)));
        } catch (Refused tooLate) {
            throw new NotThere(id);
        }
    }
}
