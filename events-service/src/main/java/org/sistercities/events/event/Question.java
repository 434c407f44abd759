package org.sistercities.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * Something guests are asked.
 *
 * @param choices the answers there are to a question of choice
 * @param ticketTypes whose guests are asked; empty for all
 */
public record Question(
        @NotNull
        @Size(max = 40)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case letters, digits and single hyphens")
        String id,

        @NotBlank @Size(max = 300) String text,
        @NotNull Kind kind,
        Boolean required,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> choices,
        @Size(max = 100) List<@NotNull String> ticketTypes) {

    /** What may be answered. */
    public enum Kind {
        TEXT,
        CHOICE,
        /** What a guest does not eat. */
        DIETARY,
        /** What a guest needs to take part. */
        ACCESS
    }

    public Question {
        required = Objects.requireNonNullElse(required, false); // each of these may be absent
        choices = Objects.requireNonNullElse(choices, List.of());
        ticketTypes = Objects.requireNonNullElse(ticketTypes, List.of());
    }

    /** Whether guests with this ticket type are asked. */
    public boolean isFor(String ticketType) {
        return ticketTypes.isEmpty() || ticketTypes.contains(ticketType);
    }

    /** Whether this answers it. */
    public boolean takes(String answer) {
        return kind != Kind.CHOICE || choices.contains(answer);
    }

    boolean makesSense() {
        return kind == Kind.CHOICE ? !choices.isEmpty() : choices.isEmpty();
    }
}
