package org.sistercities.city.signing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A virtual signing: everybody meets by video and each head signs from home.
 *
 * @param link to the video call
 */
public record SigningSession(String id, Instant startsAt, String link, List<Witness> witnesses) {

    /** Somebody who sees it happen. */
    public record Witness(String name, @Nullable String title) {

        Stream<String> facts() {
            return Stream.of(name, title == null ? "" : title);
        }
    }

    public String fingerprint() {
        var facts =
                Stream.concat(Stream.of(id, startsAt, link), witnesses.stream().flatMap(Witness::facts));
        return Fingerprint.of(facts.toList());
    }
}
