package org.sistercities.web.gift;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.campaign.Campaign;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for a gift, and the gift's own page, whose address is the donor's private link. */
@Controller
class DonateController {
    private final Api api;
    private final Pages pages;

    DonateController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** @param outcome how somebody comes back from the payment provider; it proves nothing, so it only chooses the words */
    @GetMapping("/donate")
    ResponseEntity<byte[]> form(
            @RequestParam(defaultValue = "") String campaign,
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(required = false) @Nullable String outcome,
            Visitor visitor) {
        var typed = Map.of("key", UUID.randomUUID().toString(), "campaign", campaign, "partnership", partnership);
        var model = new HashMap<String, Object>();
        if ("paid".equals(outcome) || "given-up".equals(outcome)) model.put("outcome", outcome);
        return shown(HttpStatus.OK, typed, model, terms(), visitor);
    }

    @PostMapping("/donate")
    ResponseEntity<byte[]> give(Form form, Visitor visitor) {
        var filled = new GiftForm(form);
        var terms = terms();
        try {
            var gift = api.send(
                    HttpMethod.POST,
                    ApiPath.of("gifts"),
                    filled.request(terms.least().currency()),
                    Map.of("Idempotency-Key", filled.idempotencyKey()),
                    Gift.class);
            return Pages.seeOther(gift.page());
        } catch (Refused refused) {
            var told = Told.of(refused, GiftForm::field).model();
            return shown(Told.status(), form.typed(), told, terms, visitor);
        }
    }

    @GetMapping("/gifts/{id}/{token}")
    ResponseEntity<byte[]> gift(@PathVariable String id, @PathVariable String token, Visitor visitor) {
        var gift = api.get(Gift.class, ApiPath.of("gifts", id).with("token", token));
        return pages.own(HttpStatus.OK, "gift", visitor, Map.of("gift", gift, "here", gift.page()));
    }

    /** No more is to be given each month; whether it has ended already, the page says. */
    @PostMapping("/gifts/{id}/{token}/end")
    ResponseEntity<byte[]> end(@PathVariable String id, @PathVariable String token) {
        var gift = api.send(
                HttpMethod.POST, ApiPath.of("gifts", id, "end").with("token", token), null, Map.of(), Gift.class);
        return Pages.seeOther(gift.page());
    }

    @GetMapping("/gifts/{id}/{token}/receipt.pdf")
    ResponseEntity<Resource> receipt(@PathVariable String id, @PathVariable String token) {
        var bytes = api.bytes(ApiPath.of("gifts", id, "receipt.pdf").with("token", token), Map.of());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Cache-Control", "no-store")
                .body(bytes.content());
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, Map<String, String> typed, Map<String, Object> model, Terms terms, Visitor visitor) {
        var campaign = typed.getOrDefault("campaign", "");
        model.put("typed", typed);
        model.put("terms", terms);
        if (!campaign.isEmpty())
            try {
                model.put("campaign", api.get(Campaign.class, ApiPath.of("campaigns", campaign)));
            } catch (NotThere e) {
                model.put("typed", without(typed, "campaign")); // then it is for everything
            }
        return pages.own(status, "donate", visitor, model);
    }

    private static Map<String, String> without(Map<String, String> typed, String field) {
        var rest = new HashMap<>(typed);
        rest.remove(field);
        return rest;
    }

    private Terms terms() {
        return api.get(Terms.class, ApiPath.of("gifts", "terms"));
    }
}
