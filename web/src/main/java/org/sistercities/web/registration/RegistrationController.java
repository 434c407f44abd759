package org.sistercities.web.registration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A registration's own page. Its address is the private link: whoever has it may see and change everything here, so the page is kept
 * by nobody and its address is told to no other site.
 */
@Controller
@RequestMapping("/registrations/{id}")
class RegistrationController {
    private final Api api;
    private final Pages pages;

    RegistrationController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** Links in mails have their token behind a #, where only browsers see it: a script takes it along, or the guest does. */
    @GetMapping
    ResponseEntity<byte[]> withoutToken(
            @PathVariable String id, @RequestParam(defaultValue = "") String checkout, Visitor visitor) {
        return pages.own(
                HttpStatus.OK, "registration-link", visitor, Map.of("id", id, "paid", checkout.equals("paid")));
    }

    @PostMapping
    ResponseEntity<byte[]> withToken(@PathVariable String id, Form form) {
        var token = PrivateLink.token(form);
        return Pages.seeOther(token.isEmpty() ? "/registrations/" + id : page(id, token));
    }

    @GetMapping("/{token}")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable String token, Visitor visitor) {
        return shown(id, token, HttpStatus.OK, Map.of(), visitor);
    }

    /** Tells who comes, and makes held places the party's. */
    @PostMapping("/{token}/confirmation")
    ResponseEntity<byte[]> confirm(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        return step(id, token, HttpMethod.POST, "confirmation", details(form), form, visitor);
    }

    @PostMapping("/{token}/checkout")
    ResponseEntity<byte[]> checkout(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        return step(id, token, HttpMethod.POST, "checkout", details(form), form, visitor);
    }

    /** Says who comes. All guests are told at once, so what is not in the form is told again as it was. */
    @PostMapping("/{token}/guests")
    ResponseEntity<byte[]> name(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        var headers = Map.of(PrivateLink.TOKEN, token);
        var known = api.get(Guests.class, ApiPath.of("registrations", id, "guests"), headers);
        var registration = api.get(Registration.class, ApiPath.of("registrations", id), headers);
        var guests = known.told(form, api.get(EventPage.class, ApiPath.of("events", registration.eventId())));
        return step(id, token, HttpMethod.PUT, "guests", Map.of("guests", guests), form, visitor);
    }

    /** All the tickets the party shall have from now on. */
    @PostMapping("/{token}/tickets")
    ResponseEntity<byte[]> change(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        var tickets = Choice.of(form).tickets();
        return step(id, token, HttpMethod.PUT, "tickets", Map.of("tickets", tickets), form, visitor);
    }

    /** Somebody else speaks for the party. */
    @PostMapping("/{token}/transfer")
    ResponseEntity<byte[]> transfer(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        var contact = new Registration.Contact(form.text("name"), form.text("email"));
        return step(id, token, HttpMethod.POST, "transfer", Map.of("contact", contact), form, visitor);
    }

    /** Asks for nothing but the step: more time, an offer taken, places given back. */
    @PostMapping("/{token}/{step:extension|acceptance|cancellation}")
    ResponseEntity<byte[]> plain(
            @PathVariable String id,
            @PathVariable String token,
            @PathVariable String step,
            Form form,
            Visitor visitor) {
        return step(id, token, HttpMethod.POST, step, Map.of(), form, visitor);
    }

    private ResponseEntity<byte[]> step(
            String id, String token, HttpMethod method, String step, Map<String, ?> body, Form form, Visitor visitor) {
        try {
            api.send(
                    method,
                    ApiPath.of("registrations", id, step),
                    body,
                    Map.of(PrivateLink.TOKEN, token),
                    Object.class);
            return Pages.seeOther(page(id, token));
        } catch (Refused refused) {
            var told = new HashMap<String, Object>(Troubles.facts(refused));
            told.put("trouble", Troubles.known(refused.type()));
            told.put("typed", form.typed());
            told.putAll(Guests.typed(form));
            told.put("tried", step);
            return shown(id, token, HttpStatus.UNPROCESSABLE_CONTENT, told, visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            String id, String token, HttpStatus status, Map<String, ?> told, Visitor visitor) {
        var headers = Map.of(PrivateLink.TOKEN, token);
        var path = ApiPath.of("registrations", id);
        try {
            var registration = api.get(Registration.class, path, headers);
            var model = new HashMap<String, Object>(Map.of("typed", Map.of()));
            model.putAll(told);
            model.put("registration", registration);
            model.put("event", api.get(EventPage.class, ApiPath.of("events", registration.eventId())));
            model.put(
                    "guests",
                    api.get(Guests.class, ApiPath.of("registrations", id, "guests"), headers)
                            .items());
            if (registration.isToBePaid()) checkout(id, headers).ifPresent(url -> model.put("checkout", url));
            model.put("here", page(id, token));
            return pages.own(status, "registration", visitor, model);
        } catch (Refused refused) {
            return pages.own(HttpStatus.FORBIDDEN, "registration-link", visitor, Map.of("id", id, "wrong", true));
        }
    }

    /** Where to pay, while a page for that is open. A form cannot lead there: pages of ours say that their forms lead nowhere else. */
    private Optional<String> checkout(String id, Map<String, String> headers) {
        try {
            var last = api.get(Registration.Checkout.class, ApiPath.of("registrations", id, "checkout"), headers);
            return last.status().equals("OPEN") ? Optional.ofNullable(last.url()) : Optional.empty();
        } catch (NotThere e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> details(Form form) {
        var details = new LinkedHashMap<String, Object>();
        if (form.has("name")) details.put("contact", Map.of("name", form.text("name"), "email", form.text("email")));
        var guests =
                form.texts("guest").stream().filter(name -> !name.isEmpty()).toList();
        if (!guests.isEmpty()) details.put("guests", guests);
        return details;
    }

    private static String page(String id, String token) {
        return "/registrations/" + id + "/" + token;
    }
}
