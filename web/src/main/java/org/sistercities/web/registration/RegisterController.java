package org.sistercities.web.registration;

import java.util.HashMap;
import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From the choice of tickets to places that are held. What is not to be had is said on the event's page, the choice kept. */
@Controller
class RegisterController {
    private final Api api;
    private final Pages pages;

    RegisterController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @PostMapping("/events/{slug}/registrations")
    ResponseEntity<byte[]> register(@PathVariable String slug, Form form, Visitor visitor) {
        var choice = Choice.of(form);
        if (choice.isEmpty()) return again(slug, choice, "nothing-chosen", Map.of(), visitor);
        try {
            var registration = api.send(
                    HttpMethod.POST,
                    ApiPath.of("events", slug, "registrations"),
                    choice.request(),
                    Map.of("Idempotency-Key", choice.idempotencyKey()),
                    Registration.class);
            return Pages.seeOther("/registrations/" + registration.id() + "/" + registration.token());
        } catch (Refused refused) {
            return again(slug, choice, refused.type(), Troubles.facts(refused), visitor);
        }
    }

    /** Reloading the page of an answer must not send visitors to an error. */
    @GetMapping("/events/{slug}/registrations")
    ResponseEntity<byte[]> back(@PathVariable String slug) {
        return Pages.seeOther("/events/" + slug);
    }

    private ResponseEntity<byte[]> again(
            String slug, Choice choice, String trouble, Map<String, Object> facts, Visitor visitor) {
        var model = new HashMap<String, Object>(facts);
        model.put("event", api.get(EventPage.class, ApiPath.of("events", slug)));
        model.put("key", choice.form());
        model.put("counts", choice.counts());
        model.put("code", choice.code() == null ? "" : choice.code());
        model.put("trouble", Troubles.known(trouble));
        return pages.own(HttpStatus.UNPROCESSABLE_CONTENT, "event", visitor, model);
    }
}
