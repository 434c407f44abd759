package org.sistercities.events.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.StaleRevision;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The templates of each event: its own, or the one the service brings, which counts as revision 0. */
@Component
class Templates {
    private final AggregateStore<Template> store;
    private final Map<Kind, Template> defaults = new EnumMap<>(Kind.class);
    private final String frame = read("frame.html");

    Templates(AggregateStores stores) {
        this.store = stores.open("message-templates", Template.class);
        for (var kind : Kind.values()) defaults.put(kind, shipped(kind).checked());
    }

    Stored<Template> get(String eventId, Kind kind) {
        return store.find(id(eventId, kind)).orElseGet(() -> new Stored<>(id(eventId, kind), 0, shippedOf(kind)));
    }

    /**
     * Replaces the one its author has read.
     *
     * @throws StaleRevision when it has changed since
     */
    Stored<Template> put(String eventId, Kind kind, long revision, Template template) {
        var id = id(eventId, kind);
        if (revision > 0) return store.change(id, revision, _ -> Change.of(template));
        try {
            return store.create(id, Change.of(template));
        } catch (AlreadyExists e) {
            throw new StaleRevision(get(eventId, kind).revision());
        }
    }

    /** The same words as HTML: each paragraph of the text as one of the page. */
    String asHtml(String text) {
        var paragraphs = Arrays.stream(text.strip().split("\\n\\s*\\n", -1))
                .map(paragraph -> "<p style=\"white-space:pre-line\">" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        return frame.replace("<!-- words -->", paragraphs);
    }

    private Template shippedOf(Kind kind) {
        return Objects.requireNonNull(defaults.get(kind));
    }

    private Template shipped(Kind kind) {
        var file = read(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt");
        var subject = file.lines().findFirst().orElseThrow();
        var text = file.substring(subject.length()).strip() + "\n";
        return new Template(subject, text, asHtml(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("mail/" + file).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String eventId, Kind kind) {
        return eventId + "/" + kind;
    }
}
