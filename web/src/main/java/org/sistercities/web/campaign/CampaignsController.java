package org.sistercities.web.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Away;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Fields;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

/** Campaigns for editors: what the network asks people to do, written here and shown from then on until it is taken off. */
@Controller
@RequestMapping("/console/campaigns")
class CampaignsController {
    private static final int PICTURES = 40;
    private static final List<String> NO_WORDS = List.of("etag", "key");

    private final Desk desk;
    private final Pages pages;

    CampaignsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Listed(List<Item> items) {}

    /** A campaign as editors see it. */
    record Item(
            String id,
            String status,
            String name,
            @Nullable String slogan,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String address,
            @Nullable Instant publishedAt) {

        public boolean isPublished() {
            return publishedAt != null;
        }
    }

    record Pictures(List<Picture> items) {}

    record Picture(String id, String alt) {}

    @GetMapping
    ResponseEntity<byte[]> list(Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var campaigns = staff.later(Listed.class, campaigns("desk"));
        return pages.own(HttpStatus.OK, "console-campaigns", visitor, Map.of("campaigns", campaigns.part()));
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> fresh(Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var key = UUID.randomUUID().toString();
        return shown(HttpStatus.OK, staff, null, Map.of(), key, Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> create(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var campaign = CampaignForm.request(form.typed());
        try {
            var kept = staff.create(campaigns(), campaign, form.key(campaign), Item.class);
            return Pages.seeOther("/console/campaigns/" + kept.id());
        } catch (Refused refused) {
            return again(staff, null, form, form.text("key"), Map.of("told", told(refused, form)), visitor);
        } catch (Away away) {
            return again(staff, null, form, form.text("key"), notReached(), visitor);
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        return kept(HttpStatus.OK, desk.staff(visitor, Desk.EDITOR), id, Map.of(), visitor);
    }

    /** Visitors see it at once where they see the campaign. */
    @PostMapping("/{id}")
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var etag = form.text("etag");
        try {
            staff.change(HttpMethod.PUT, campaigns(id), CampaignForm.request(form.typed()), etag);
            return Pages.seeOther("/console/campaigns/" + id);
        } catch (Refused refused) {
            var told = new HashMap<String, Object>(Map.of("told", told(refused, form)));
            if (told(refused, form).isStale()) {
                var theirs = staff.tagged(JsonNode.class, campaigns(id, "draft"));
                etag = theirs.etag();
                told.put("theirs", Fields.differing(CampaignForm.fields(theirs.value()), form.typed(), NO_WORDS));
            }
            return again(staff, id, form, etag, told, visitor);
        } catch (Away away) {
            return again(staff, id, form, etag, notReached(), visitor);
        }
    }

    /** Visitors see it from now on, or no longer. */
    @PostMapping("/{id}/{step:publication|withdrawal}")
    ResponseEntity<byte[]> step(@PathVariable String id, @PathVariable String step, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var method = step.equals("publication") ? HttpMethod.POST : HttpMethod.DELETE;
        try {
            staff.change(method, campaigns(id, "publication"), null, form.text("etag"));
            return Pages.seeOther("/console/campaigns/" + id);
        } catch (Refused refused) {
            return kept(Told.status(), staff, id, Map.of("told", Told.of(refused)), visitor);
        }
    }

    private static ApiPath campaigns(String... more) {
        var path = new java.util.ArrayList<>(List.of("campaigns"));
        path.addAll(List.of(more));
        return ApiPath.of(path.toArray(String[]::new));
    }

    private static Told told(Refused refused, Form form) {
        return Told.of(refused, pointer -> CampaignForm.field(pointer, form.typed()));
    }

    private static Map<String, ?> notReached() {
        return Map.of("told", Told.ours("not-reached", List.of()));
    }

    private ResponseEntity<byte[]> kept(
            HttpStatus status, Staff staff, String id, Map<String, ?> told, Visitor visitor) {
        var campaign = staff.tagged(JsonNode.class, campaigns(id, "draft"));
        return shown(status, staff, id, CampaignForm.fields(campaign.value()), campaign.etag(), told, visitor);
    }

    private ResponseEntity<byte[]> again(
            Staff staff, @Nullable String id, Form form, String edition, Map<String, ?> told, Visitor visitor) {
        return shown(Told.status(), staff, id, form.typed(), edition, told, visitor);
    }

    /** With {@code edition} an entity tag, or the key of what is not kept yet. */
    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            Staff staff,
            @Nullable String id,
            Map<String, String> fields,
            String edition,
            Map<String, ?> told,
            Visitor visitor) {
        var pictures = staff.later(Pictures.class, ApiPath.of("images").with("limit", PICTURES));
        var model = new HashMap<String, Object>(told);
        if (id != null) {
            var campaign = staff.later(Item.class, campaigns(id, "draft"));
            campaign.part().get().ifPresent(item -> model.put("campaign", item));
        }
        model.put("action", id == null ? "/console/campaigns" : "/console/campaigns/" + id);
        model.put("f", fields);
        model.put("actions", CampaignForm.actions(fields));
        model.put("edition", edition);
        model.put("pictures", pictures.part().get().map(Pictures::items).orElse(List.of()));
        return pages.own(status, "console-campaign", visitor, model);
    }
}
