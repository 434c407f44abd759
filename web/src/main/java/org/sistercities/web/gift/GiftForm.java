package org.sistercities.web.gift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Told;

/** What somebody has filled in to give. */
record GiftForm(Form form) {

    /** The same form with the same words is the same request, however often it is sent. */
    String idempotencyKey() {
        return UUID.nameUUIDFromBytes(form.typed().toString().getBytes(UTF_8)).toString();
    }

    /** What to ask the API for. A comma is what much of the world writes before cents. */
    Map<String, Object> request(String currency) {
        var request = new LinkedHashMap<String, Object>();
        request.put("amount", form.text("amount").replace(',', '.'));
        request.put("currency", currency);
        request.put("rhythm", form.text("rhythm"));
        request.put("way", form.text("way"));
        request.put("anonymity", form.text("anonymity"));
        request.put("donor", Map.of("name", form.text("name"), "email", form.text("email")));
        if (!form.text("campaign").isEmpty()) request.put("campaign", form.text("campaign"));
        if (!form.text("partnership").isEmpty()) request.put("partnershipId", form.text("partnership"));
        if (!form.text("tribute").isEmpty())
            request.put("tribute", Map.of("kind", form.text("tribute"), "name", form.text("tribute-name")));
        return request;
    }

    /** The field a part of the request comes from. */
    static String field(String pointer) {
        return Told.field(pointer).replaceFirst("^donor-", "");
    }
}
