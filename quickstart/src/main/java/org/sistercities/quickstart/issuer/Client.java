package org.sistercities.quickstart.issuer;

import java.util.List;

/**
 * Somebody who may fetch tokens, by name and secret, and sign in, by name and password.
 *
 * @param role what the tokens say they may do, as the services spell it
 * @param cities the cities they act for
 */
public record Client(String id, String role, List<String> cities) {

    /** One for each role, and a representative for each side of a partnership. */
    public static final List<Client> ALL = List.of(
            new Client("administrator", "administrator", List.of()),
            new Client("representative-seattle", "city-representative", List.of("gn5809844")),
            new Client("representative-bergen", "city-representative", List.of("gn3161732")),
            new Client("editor", "editor", List.of()),
            new Client("author", "author", List.of()),
            new Client("events-manager", "events-manager", List.of()),
            new Client("door-device", "door-device", List.of()),
            new Client("member", "member", List.of()));

    static Client named(String id) {
        return ALL.stream().filter(client -> client.id().equals(id)).findFirst().orElseThrow();
    }
}
