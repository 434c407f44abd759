package org.sistercities.events.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sistercities.platform.aggregate.Change;

/**
 * The keys tickets are signed with: the newest signs, the older ones still verify. A ticket as text is
 * {@code T1.<key>.<event>.<registration>.<guest>.<signature in Base64url>}, signed up to the last dot; that is all an offline
 * device needs to know besides the public keys.
 */
public record SigningKeys(List<SigningKey> keys) {
    private static final Pattern FORM =
            Pattern.compile("(T1\\.([0-9a-f]{8})\\.([\\w-]{1,64})\\.([\\w-]{1,64})\\.([1-9]\\d{0,4}))\\.([\\w-]{86})");

    /**
     * A ticket somebody shows.
     *
     * @param genuine whether we have signed it
     */
    public record Shown(Ticket ticket, boolean genuine) {}

    static SigningKeys first(Instant now) {
        return new SigningKeys(List.of(SigningKey.generate(now)));
    }

    Change<SigningKeys> rotated(SigningKey fresh) {
        var all = new ArrayList<>(keys);
        all.add(fresh);
        return Change.of(new SigningKeys(List.copyOf(all)));
    }

    /** The ticket as text, signed. */
    public String sign(Ticket ticket) {
        var key = keys.getLast();
        var text = "T1." + key.id() + "." + ticket.eventId() + "." + ticket.registrationId() + "." + ticket.guest();
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(text.getBytes(US_ASCII)));
    }

    /** What a text says; empty when it has not the form of a ticket, or names a key we never had. */
    public Optional<Shown> read(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        var signed = parts.group(1).getBytes(US_ASCII);
        var signature = Base64.getUrlDecoder().decode(parts.group(6));
        var ticket = new Ticket(parts.group(3), parts.group(4), Integer.parseInt(parts.group(5)));
        return keys.stream()
                .filter(key -> key.id().equals(parts.group(2)))
                .findFirst()
                .map(key -> new Shown(ticket, key.hasSigned(signed, signature)));
    }
}
