package org.sistercities.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.page.Form;
import org.sistercities.web.staff.Staff;
import tools.jackson.databind.JsonNode;

/** Messages to guests, as the log of an event has them. */
record Letters(List<Letter> items, @Nullable String next) {

    /** A message; {@code recipient} is the address it goes to now. */
    record Letter(
            String id,
            String kind,
            String status,
            String recipientId,
            @Nullable String recipient,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable Instant sentAt,
            int attempts,
            @Nullable String problem) {

        /** When it was sent, will be, or was to be. */
        public Instant at() {
            return sentAt != null ? sentAt : Objects.requireNonNullElse(dueAt, createdAt);
        }

        /** Whether it can be sent once more; one that waits is sent anyway. */
        public boolean isThrough() {
            return !status.equals("WAITING");
        }
    }

    /** Has it sent once more; the same form is the same sending. */
    static void sendAgain(Staff staff, String event, String message, Form form) {
        var path = ApiPath.of("events", event, "messages", message, "sendings");
        staff.create(path, Map.of(), form.key(message), JsonNode.class);
    }
}
