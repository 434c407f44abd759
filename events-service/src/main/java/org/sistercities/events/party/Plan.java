package org.sistercities.events.party;

import java.util.List;

/**
 * What is to be done for a party, by preference: the first choice there are places for is carried out. Without any choice
 * everything is as the party wants it; with choices none of which fits, it is refused.
 */
public record Plan(List<Intent> choices) {
    public static final Plan NOTHING = new Plan(List.of());

    static Plan of(Intent... choices) {
        return new Plan(List.of(choices));
    }

    static Plan step(Transition transition) {
        return of(Intent.step(transition));
    }

    public boolean isNothing() {
        return choices.isEmpty();
    }
}
