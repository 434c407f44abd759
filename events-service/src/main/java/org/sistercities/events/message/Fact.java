package org.sistercities.events.message;

/** What a template can say: one line of text or several, empty when there is nothing to be said. */
public enum Fact {
    NETWORK("network", "Sister Cities"),
    NAME("name", "Maria Rossi"),
    EVENT("event", "Inaugural Gala"),
    WHEN("when", "Friday, 16 January 2099, 17:30 EST"),
    WHERE("where", "Hall of the Americas, 200 17th St NW, Washington, DC"),
    DRESS_CODE("dressCode", "Black tie"),
    PROGRAMME("programme", "17:30 VIP reception\n19:00 Gala dinner"),
    TICKETS("tickets", "2 × Reception and dinner"),
    GUESTS("guests", "Maria Rossi\nGuest 2"),
    NUMBER("number", "4f1c9a7be0d24c55a4a0f7a1d2c3b4e5"),
    REASON("reason", "The venue is closed."),
    UNTIL("until", "Friday, 9 January 2099, 18:00 EST"),
    TOTAL("total", "240.00 USD"),
    LINK("link", "https://example.org/registrations/4f1c9a7be0d24c55a4a0f7a1d2c3b4e5#token");

    private final String word;
    private final String example;

    Fact(String word, String example) {
        this.word = word;
        this.example = example;
    }

    /** How a template calls it. */
    String word() {
        return word;
    }

    /** For previews. */
    String example() {
        return example;
    }
}
