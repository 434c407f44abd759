package org.sistercities.city.search;

import java.util.Random;

/** What a hasty person types: one letter left out, one too many, another one, or two swapped. */
final class Typo {
    private static final int LETTERS = 26;

    private Typo() {}

    /** Anywhere, the first letter included. */
    static String in(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter(random) + name.substring(at);
            case 2 -> name.substring(0, at) + letter(random) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private static char letter(Random random) {
        return (char) ('a' + random.nextInt(LETTERS));
    }
}
