package org.sistercities.events.message;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.message.MailOffice.NeverTaken;
import org.sistercities.events.registration.Rush;
import org.sistercities.platform.aggregate.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, in every replica. Each message is claimed for a while, sent, and then marked as sent. Whoever dies before the mark
 * leaves it to the next when the claim has run out; if the mail server had taken the letter by then, it is sent once more with the same
 * Message-ID. SMTP has no way to do better.
 */
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 50;
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Messages messages;
    private final LetterWriter writer;
    private final MailOffice office;
    private final Events events;
    private final Rush rush;
    private final MailProperties properties;
    private final Clock clock;

    Postman(
            Messages messages,
            LetterWriter writer,
            MailOffice office,
            Events events,
            Rush rush,
            MailProperties properties,
            Clock clock) {
        this.messages = messages;
        this.writer = writer;
        this.office = office;
        this.events = events;
        this.rush = rush;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.mail.look-every:2s}")
    void look() {
        if (!office.isOpen()) return;
        try {
            while (round() == ROUND) {}
        } catch (RuntimeException e) {
            log.warn("Messages wait for the next look: {}", e.toString());
        }
    }

    /** How many were due. */
    private int round() {
        var due = messages.due(ROUND);
        var round = new Round(new ConcurrentLinkedQueue<>(due), new ConcurrentHashMap<>());
        try (var lanes = Executors.newFixedThreadPool(
                properties.lanes(), Thread.ofVirtual().factory())) {
            for (int i = 0; i < Math.min(properties.lanes(), due.size()); i++) lanes.execute(() -> serve(round));
        }
        return due.size();
    }

    /**
     * What the lanes share.
     *
     * @param events what is known of them, as it was when the first message about each was written
     */
    private record Round(Queue<Stored<Message>> due, Map<String, Optional<Stored<Event>>> events) {}

    private void serve(Round round) {
        try (var line = office.line()) {
            for (var message = round.due().poll();
                    message != null && gaveWay(message.state(), line);
                    message = round.due().poll()) deliver(message, round, line);
        }
    }

    /** People who wait for places go first; a letter can wait for a while. False when this replica is to stop. */
    private boolean gaveWay(Message message, MailOffice.Line line) {
        var latest = Objects.requireNonNull(message.dueAt()).plus(properties.giveWay());
        try {
            while (rush.isOn() && clock.instant().isBefore(latest)) {
                line.close(); // servers do not like to be kept waiting
                Thread.sleep(A_MOMENT);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void deliver(Stored<Message> due, Round round, MailOffice.Line line) {
        var me = UUID.randomUUID().toString();
        try {
            var claimed = messages.change(due, message -> message.claim(me, properties.lease(), clock.instant()));
            if (claimed.state().isClaimedBy(me)) deliver(claimed, me, round, line);
        } catch (RuntimeException e) {
            log.warn(
                    "Message {} waits for its claim to run out: {}",
                    due.id(),
                    e.getClass().getSimpleName());
        }
    }

    private void deliver(Stored<Message> claimed, String me, Round round, MailOffice.Line line) {
        var message = claimed.state();
        try {
            var event = round.events().computeIfAbsent(message.eventId(), events::find);
            if (event.isPresent() && isTooEarly(claimed, event.get().state())) return;
            var letter = event.flatMap(known -> writer.write(message, known));
            if (letter.isEmpty()) {
                messages.change(
                        claimed,
                        known -> known.givenUp(Message.Status.OVERTAKEN, "There is nothing to be said any more."));
                return;
            }
            line.send(letter.get(), messageId(message));
            messages.change(claimed, known -> known.sent(clock.instant()));
        } catch (NeverTaken e) {
            messages.change(claimed, known -> known.givenUp(Message.Status.REFUSED, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // what the server has said may name people: that is for the team, not for the log
            log.warn(
                    "Message {} is tried again later: {}",
                    message.id(),
                    e.getClass().getSimpleName());
            messages.change(claimed, known -> known.failed(me, reason(e), clock.instant()));
        }
    }

    /** A reminder of an event that was put off since is put off, too. */
    private boolean isTooEarly(Stored<Message> message, Event event) {
        if (message.state().kind() != Kind.REMINDER) return false;
        var dueAt = event.startsAt().minus(properties.remindBefore());
        if (!dueAt.isAfter(clock.instant().plus(Duration.ofMinutes(1)))) return false;
        messages.change(message, known -> known.postponed(dueAt));
        return true;
    }

    /** One for each time a message is asked for, so that a mailbox which drops what it has does not drop what is sent on purpose. */
    private static String messageId(Message message) {
        return "<" + message.id() + "." + message.edition() + "@events.sistercities>";
    }

    private static String reason(RuntimeException e) {
        var text = String.valueOf(e.getMessage()).strip();
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
