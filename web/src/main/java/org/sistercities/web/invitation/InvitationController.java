package org.sistercities.web.invitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.registration.Guests;
import org.sistercities.web.registration.PrivateLink;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** An invitation's own page; its address is the private link, as with a registration. */
@Controller
@RequestMapping("/invitations/{id}")
class InvitationController {
    private final Api api;
    private final Pages pages;

    InvitationController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** Letters have the token behind a #, where only browsers see it: a script takes it along, or the guest does. */
    @GetMapping
    ResponseEntity<byte[]> withoutToken(@PathVariable String id, Visitor visitor) {
        return pages.own(HttpStatus.OK, "registration-link", visitor, Map.of("id", id, "invitation", true));
    }

    @PostMapping
    ResponseEntity<byte[]> withToken(@PathVariable String id, Form form) {
        var token = PrivateLink.token(form);
        return Pages.seeOther(token.isEmpty() ? "/invitations/" + id : page(id, token));
    }

    @GetMapping("/{token}")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable String token, Visitor visitor) {
        return shown(id, token, HttpStatus.OK, Map.of(), visitor);
    }

    /** The invitee first, then those they bring; a place nobody comes to is given back. */
    @PostMapping("/{token}/acceptance")
    ResponseEntity<byte[]> accept(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        var guests = new ArrayList<Map<String, Object>>();
        var names = form.texts("guest");
        for (int i = 0; i < names.size(); i++)
            if (i == 0 || !names.get(i).isEmpty()) guests.add(guest(names.get(i), i, form));
        return answer(id, token, "acceptance", Map.of("guests", guests), form, visitor);
    }

    @PostMapping("/{token}/regret")
    ResponseEntity<byte[]> regret(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        var word = form.text("word");
        return answer(id, token, "regret", word.isEmpty() ? Map.of() : Map.of("word", word), form, visitor);
    }

    @PostMapping("/{token}/substitution")
    ResponseEntity<byte[]> substitute(@PathVariable String id, @PathVariable String token, Form form, Visitor visitor) {
        var other = new LinkedHashMap<String, Object>();
        other.put("contact", Map.of("name", form.text("name"), "email", form.text("email")));
        for (var text : List.of("title", "organisation"))
            if (!form.text(text).isEmpty()) other.put(text, form.text(text));
        return answer(id, token, "substitution", other, form, visitor);
    }

    private static Map<String, Object> guest(String name, int index, Form form) {
        var guest = new LinkedHashMap<String, Object>();
        if (!name.isEmpty()) guest.put("name", name);
        for (var text : List.of("dietary", "access")) {
            var told = form.texts(text);
            if (index < told.size() && !told.get(index).isEmpty()) guest.put(text, told.get(index));
        }
        var answers = Guests.answers(Map.of(), index + 1, form);
        if (!answers.isEmpty()) guest.put("answers", answers);
        return guest;
    }

    /** The field a part of an answer comes from. */
    private static String field(String pointer) {
        return Told.field(pointer)
                .replaceFirst("^contact-", "")
                .replaceFirst("^guests-(\\d+)-name$", "guest-$1")
                .replaceFirst("^guests-(\\d+)-(dietary|access)$", "$2-$1");
    }

    private ResponseEntity<byte[]> answer(
            String id, String token, String answer, Object body, Form form, Visitor visitor) {
        try {
            api.tell(HttpMethod.POST, ApiPath.of("invitations", id, answer), body, Map.of(PrivateLink.TOKEN, token));
            return Pages.seeOther(page(id, token));
        } catch (Refused refused) {
            var told = Told.of(refused, InvitationController::field).model();
            told.put("typed", form.typed());
            told.putAll(Guests.typed(form));
            told.put("answer", answer);
            return shown(id, token, HttpStatus.UNPROCESSABLE_CONTENT, told, visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            String id, String token, HttpStatus status, Map<String, ?> told, Visitor visitor) {
        var model = new HashMap<String, Object>(Map.of(
                "typed", Map.of(), "typedGuests", List.of(), "typedDietary", List.of(), "typedAccess", List.of()));
        model.putAll(told);
        model.put("here", page(id, token));
        model.put("tickets", "/registrations/" + id + "/" + token);
        try {
            var invitation = api.get(Invitation.class, ApiPath.of("invitations", id), Map.of(PrivateLink.TOKEN, token));
            model.put("invitation", invitation);
            model.put("questions", questions(invitation));
            return pages.own(status, "invitation", visitor, model);
        } catch (Refused | NotThere none) {
            var wrong = Map.of("id", id, "wrong", true, "invitation", true);
            return pages.own(HttpStatus.FORBIDDEN, "registration-link", visitor, wrong);
        }
    }

    /** What guests with their ticket are asked; nothing while the event cannot be read. */
    private List<EventPage.Question> questions(Invitation invitation) {
        return api.later(() -> api.get(EventPage.class, ApiPath.of("events", invitation.slug())))
                .part()
                .get()
                .map(event -> event.questionsFor(event.ticketCalled(invitation.ticket())))
                .orElse(List.of());
    }

    private static String page(String id, String token) {
        return "/invitations/" + id + "/" + token;
    }
}
