package org.sistercities.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.registration.Guests;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One party: who they are and come with, what was paid and written, all that has happened, and whatever the team may do for them. */
@Controller
@RequestMapping("/console/events/{id}/registrations/{party}")
class PartyController {
    private static final int MOST = 50;
    private static final String COUNT = "count-";

    private final Desk desk;
    private final Pages pages;

    PartyController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable String party, Visitor visitor) {
        return shown(HttpStatus.OK, id, party, desk.staff(visitor, Desk.EVENTS_TEAM), Map.of(), visitor);
    }

    @PostMapping("/{step:approval|rejection|payment|tickets|transfer|cancellation|guests}")
    ResponseEntity<byte[]> step(
            @PathVariable String id,
            @PathVariable String party,
            @PathVariable String step,
            Form form,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var path = ApiPath.of("registrations", party, step);
        var method = List.of("tickets", "guests").contains(step) ? HttpMethod.PUT : HttpMethod.POST;
        return done(
                id,
                party,
                step,
                staff,
                form,
                visitor,
                () -> staff.tell(method, path, body(step, id, party, form, staff)));
    }

    /** With a reference, somebody has sent the money back; without, the provider does. */
    @PostMapping("/payments/{payment}/refund")
    ResponseEntity<byte[]> refund(
            @PathVariable String id,
            @PathVariable String party,
            @PathVariable String payment,
            Form form,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var path = ApiPath.of("events", id, "payments", payment, "refund");
        var body = form.has("reference") ? Map.of("reference", form.text("reference")) : null;
        return done(id, party, payment, staff, form, visitor, () -> staff.tell(HttpMethod.POST, path, body));
    }

    @PostMapping("/messages/{message}/sendings")
    ResponseEntity<byte[]> again(
            @PathVariable String id,
            @PathVariable String party,
            @PathVariable String message,
            Form form,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        return done(id, party, message, staff, form, visitor, () -> Letters.sendAgain(staff, id, message, form));
    }

    /** Back to the list where the form came from it; a refusal is shown here in either case. */
    private ResponseEntity<byte[]> done(
            String id, String party, String step, Staff staff, Form form, Visitor visitor, Runnable asking) {
        var list = "/console/events/" + id + "/registrations";
        try {
            asking.run();
            return Pages.seeOther(form.has("cursor") ? list + listed(form) : list + "/" + party);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("tried", step);
            told.put("typed", form.typed());
            told.putAll(Guests.typed(form));
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, party, staff, told, visitor);
        }
    }

    /** The part of the list the form was in. */
    private static String listed(Form form) {
        var query = Stream.of("status", "cursor")
                .filter(name -> form.text(name).matches("[\\w.~-]+"))
                .map(name -> name + "=" + form.text(name))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Object body(String step, String id, String party, Form form, Staff staff) {
        var reason = form.text("reason");
        return switch (step) {
            case "approval" -> Map.of("waitingList", form.has("waitingList"));
            case "rejection" -> Map.of("note", form.text("note"));
            case "payment" ->
                Map.of(
                        "reference", form.text("reference"),
                        "receivedOn", form.text("receivedOn"),
                        "amount",
                                Map.of(
                                        "amount", form.text("amount").replace(',', '.'),
                                        "currency", form.text("currency")));
            case "tickets" -> Map.of("reason", reason, "tickets", tickets(form));
            case "transfer" ->
                Map.of("reason", reason, "contact", new Party.Contact(form.text("name"), form.text("email")));
            case "guests" ->
                Map.of(
                        "guests",
                        staff.get(Guests.class, ApiPath.of("registrations", party, "guests"))
                                .told(form, staff.get(EventPage.class, ApiPath.of("events", id))));
            default -> Map.of("reason", reason);
        };
    }

    private static ArrayNode tickets(Form form) {
        var tickets = JsonNodeFactory.instance.arrayNode();
        for (var name : form.names())
            if (name.startsWith(COUNT) && !List.of("", "0").contains(form.text(name))) {
                var some = tickets.addObject().put("ticketType", name.substring(COUNT.length()));
                PlanRequest.number(some, "count", form.text(name));
            }
        return tickets;
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, String party, Staff staff, Map<String, Object> told, Visitor visitor) {
        var model = new HashMap<String, Object>(Map.of("typed", Map.of(), "tried", ""));
        model.putAll(told);
        var guests = staff.later(Guests.class, ApiPath.of("registrations", party, "guests"));
        var history = staff.later(Party.History.class, ApiPath.of("registrations", party, "history"));
        var invoices = staff.later(Party.Invoices.class, ApiPath.of("registrations", party, "invoices"));
        var payments = staff.later(
                Party.Payments.class,
                ApiPath.of("events", id, "payments").with("registration", party).with("limit", MOST));
        var letters = staff.later(
                Letters.class,
                ApiPath.of("events", id, "messages").with("recipientId", party).with("limit", MOST));
        var event = staff.get(EventPage.class, ApiPath.of("events", id));
        var registration = staff.get(Party.class, ApiPath.of("registrations", party));
        if (!event.id().equals(registration.eventId())) throw new NotThere(party);
        model.put("event", event);
        model.put("party", registration);
        model.put("guests", guests.part());
        model.put("history", history.part());
        model.put("invoices", invoices.part());
        model.put("payments", payments.part());
        model.put("letters", letters.part());
        model.put("key", UUID.randomUUID().toString());
        return pages.own(status, "console-party", visitor, model);
    }
}
