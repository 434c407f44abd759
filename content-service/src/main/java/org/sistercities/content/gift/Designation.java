package org.sistercities.content.gift;

/** What a gift is for. */
public record Designation(Kind kind, String id) {

    /** Of what kind it is. */
    public enum Kind {
        CAMPAIGN,
        PARTNERSHIP
    }
}
