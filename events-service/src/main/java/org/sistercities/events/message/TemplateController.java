package org.sistercities.events.message;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The events team words an event's messages. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/message-templates/{kind}")
class TemplateController {
    private final Templates templates;
    private final LetterWriter writer;
    private final Events events;

    TemplateController(Templates templates, LetterWriter writer, Events events) {
        this.templates = templates;
        this.writer = writer;
        this.events = events;
    }

    /** @param html may be left out: then the text is shown, paragraph by paragraph */
    record WordMessage(
            @NotBlank @Size(max = 300) String subject,
            @NotBlank @Size(max = 20_000) String text,
            @Nullable @Size(min = 1, max = 60_000) String html) {

        Template template(Templates templates) {
            return new Template(subject, text, html == null ? templates.asHtml(text) : html).checked();
        }
    }

    @GetMapping
    ResponseEntity<Template> one(@PathVariable String event, @PathVariable Kind kind) {
        var template = templates.get(events.get(event).id(), kind);
        return ResponseEntity.ok().eTag(template.etag()).body(template.state());
    }

    @PutMapping
    ResponseEntity<Template> word(
            @PathVariable String event,
            @PathVariable Kind kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody WordMessage request) {
        long revision = IfMatch.revision(ifMatch);
        var put = templates.put(events.get(event).id(), kind, revision, request.template(templates));
        return ResponseEntity.ok().eTag(put.etag()).body(put.state());
    }

    /** What a message of these words would say, with this event's facts and examples of a party's; nothing is stored or sent. */
    @PostMapping("/preview")
    Template.Worded preview(
            @PathVariable String event, @PathVariable Kind kind, @Valid @RequestBody WordMessage request) {
        var facts = writer.factsOf(events.get(event).state());
        facts.values().removeIf(String::isEmpty);
        return request.template(templates).preview(Map.copyOf(facts));
    }
}
