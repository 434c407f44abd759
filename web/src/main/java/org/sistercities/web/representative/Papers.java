package org.sistercities.web.representative;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.sistercities.web.page.Form;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is brought to a partnership, of what was typed. Whether it is right, the API says. */
final class Papers {
    /** How many languages a text is asked for in; the API takes eight. */
    static final int LANGUAGES = 3;

    private Papers() {}

    static ObjectNode step(Form form) {
        return texts(form, "step", "city", "note", "link", "until");
    }

    static ObjectNode resolution(Form form) {
        return texts(form, "body", "reference", "date", "link", "note");
    }

    static ObjectNode agreement(Form form) {
        var agreement = texts(form, "upgradeTo");
        var texts = agreement.putObject("texts");
        for (int i = 0; i < LANGUAGES; i++) {
            var text = form.text("text-" + i);
            if (text.isEmpty()) continue;
            var language = form.text("language-" + i);
            while (texts.has(language)) language += "-"; // no language: the API refuses it, and no text goes unseen
            texts.put(language, text.replace("\r\n", "\n"));
        }
        return agreement;
    }

    static ObjectNode session(Form form) {
        var session = texts(form, "link");
        session.put("startsAt", instant(form.text("startsAt"), form.text("zone")));
        var witnesses = session.putArray("witnesses");
        for (var line : form.text("witnesses").lines().map(String::strip).toList()) {
            if (line.isEmpty()) continue;
            var parts = line.split("\\s*,\\s*", 2);
            var witness = witnesses.addObject().put("name", parts[0]);
            if (parts.length == 2) witness.put("title", parts[1]);
        }
        return session;
    }

    static ObjectNode signature(Form form) {
        var signature = texts(form, "textHash", "signedOn", "place", "session");
        signature.set("signatory", texts(form, "name", "title"));
        return signature;
    }

    /** A time of the clocks there; what is none is sent as it is, and the API says so. */
    private static String instant(String time, String zone) {
        try {
            return LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant().toString();
        } catch (DateTimeException e) {
            return time;
        }
    }

    private static ObjectNode texts(Form form, String... names) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var name : List.of(names)) if (!form.text(name).isEmpty()) object.put(name, form.text(name));
        return object;
    }
}
