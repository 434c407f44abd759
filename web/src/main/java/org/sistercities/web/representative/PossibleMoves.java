package org.sistercities.web.representative;

import java.util.List;
import java.util.Set;

/** Which of a partnership's possible steps are shown to somebody, and what they must say with them. */
final class PossibleMoves {
    /** It is taken beside the warning it is about; and a term ends by itself. */
    private static final Set<String> NOT_HERE = Set.of("OVERRIDE", "EXPIRE");

    private static final Set<String> WITHOUT_NOTE = Set.of("EXPLORE", "REACTIVATE", "RENEW");

    private PossibleMoves() {}

    /** A step; {@code note} says whether it needs a reason. */
    record Offered(String step, boolean note) {}

    /** Whoever has proposed takes back; whoever was asked agrees to look into it, or declines. */
    static List<Offered> of(Partnership partnership, List<String> mine) {
        var proposer = partnership.proposer();
        boolean asked = proposer == null || mine.stream().anyMatch(city -> !city.equals(proposer));
        boolean proposed = proposer == null || mine.contains(proposer);
        return partnership.possibleSteps().stream()
                .filter(step -> !NOT_HERE.contains(step))
                .filter(step -> switch (step) {
                    case "EXPLORE", "REJECT" -> asked;
                    case "WITHDRAW" -> proposed;
                    default -> true;
                })
                .map(step -> new Offered(step, !WITHOUT_NOTE.contains(step)))
                .toList();
    }
}
