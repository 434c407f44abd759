package org.sistercities.city.search;

import org.sistercities.city.search.Lexicon.Range;

/**
 * Finds texts of a {@link Lexicon} that are nearly what was typed: at most so many letters left out, added, replaced or swapped
 * with their neighbour (optimal string alignment distance). It goes down the lexicon letter by letter, as if it were a trie,
 * and turns back where the distance of every continuation is too great.
 */
final class TypoWalk {
    private final Lexicon lexicon;
    private final char[] typed;
    private final int edits;
    private final boolean alsoBeginnings;
    private final Found found;
    private final int deepest;
    private final int[][] rows;
    private final char[] path;
    private final boolean latin;

    /** Takes what is found: texts that agree, or whole ranges that agree in their beginning. */
    @FunctionalInterface
    interface Found {
        void accept(Range texts);
    }

    private TypoWalk(Lexicon lexicon, String typed, int edits, boolean alsoBeginnings, Found found) {
        this.lexicon = lexicon;
        this.typed = typed.toCharArray();
        this.edits = edits;
        this.alsoBeginnings = alsoBeginnings;
        this.found = found;
        this.deepest = typed.length() + edits;
        this.rows = new int[deepest + 1][typed.length() + 1];
        this.path = new char[deepest];
        this.latin = Typed.isLatin(typed);
    }

    /** Texts that are nearly {@code typed}. */
    static void texts(Lexicon lexicon, String typed, int edits, Found found) {
        new TypoWalk(lexicon, typed, edits, false, found).walk();
    }

    /** Ranges of texts whose beginning is nearly {@code typed}. */
    static void beginnings(Lexicon lexicon, String typed, int edits, Found found) {
        new TypoWalk(lexicon, typed, edits, true, found).walk();
    }

    private void walk() {
        for (int i = 0; i <= typed.length; i++) rows[0][i] = i;
        descend(lexicon.all(), 0);
    }

    /** All texts of the range agree in their first {@code depth} letters, which are the path so far. */
    private void descend(Range range, int depth) {
        int distance = last(depth) == typed.length ? rows[depth][typed.length] : edits + 1;
        if (alsoBeginnings && distance <= edits) {
            found.accept(range);
            return;
        }
        int text = range.from();
        if (text < range.to() && lexicon.length(text) == depth) {
            if (distance <= edits) found.accept(new Range(text, text + 1));
            text++;
        }
        if (depth == deepest) return;
        var rest = new Range(text, range.to());
        if (mayStillErr(depth)) goOnWithAny(rest, depth);
        else goOnAsTyped(rest, depth);
    }

    private boolean mayStillErr(int depth) {
        for (int i = first(depth); i <= last(depth); i++) if (rows[depth][i] < edits) return true;
        return false;
    }

    private void goOnWithAny(Range range, int depth) {
        for (int text = range.from(); text < range.to(); ) {
            char letter = lexicon.letter(text, depth);
            if (latin && letter > Typed.LAST_LATIN)
                return; // nobody errs from one script to another, and Latin sorts first
            var part = lexicon.firstOf(new Range(text, range.to()), depth);
            goOn(part, depth, letter);
            text = part.to();
        }
    }

    /** No error is left to make: only letters that continue an alignment, or complete a swap, are worth a look. */
    private void goOnAsTyped(Range range, int depth) {
        int first = first(depth);
        for (int i = first; i <= Math.min(last(depth), typed.length - 1); i++)
            if (rows[depth][i] == edits && !goesOn(depth, i, typed[i])) follow(range, depth, typed[i]);
        if (depth == 0) return;
        for (int i = first(depth - 1) + 1; i <= Math.min(last(depth - 1) + 1, typed.length - 1); i++)
            if (path[depth - 1] == typed[i]
                    && rows[depth - 1][i - 1] < edits
                    && !goesOn(depth, last(depth) + 1, typed[i - 1])) follow(range, depth, typed[i - 1]);
    }

    /** Whether an alignment that ends before {@code end} goes on with the letter. */
    private boolean goesOn(int depth, int end, char letter) {
        for (int i = first(depth); i < Math.min(end, typed.length); i++)
            if (rows[depth][i] == edits && typed[i] == letter) return true;
        return false;
    }

    private void follow(Range range, int depth, char letter) {
        var part = lexicon.narrowed(range, depth, letter);
        if (!part.isEmpty()) goOn(part, depth, letter);
    }

    private void goOn(Range part, int depth, char letter) {
        path[depth] = letter;
        if (fillRow(depth + 1, letter) <= edits) descend(part, depth + 1);
    }

    /** The row of the distance table behind the path; returns its least value. */
    private int fillRow(int depth, char letter) {
        var above = rows[depth - 1];
        var row = rows[depth];
        int far = edits + 1;
        int least = far;
        int first = first(depth);
        int last = last(depth);
        if (first > 0) row[first - 1] = far;
        for (int i = first; i <= last; i++) {
            int value = above[i] + 1;
            if (i > 0) value = Math.min(value, row[i - 1] + 1);
            if (i > 0) value = Math.min(value, above[i - 1] + (typed[i - 1] == letter ? 0 : 1));
            if (isSwap(depth, i, letter)) value = Math.min(value, rows[depth - 2][i - 2] + 1);
            row[i] = Math.min(value, far);
            least = Math.min(least, row[i]);
        }
        if (last < typed.length) row[last + 1] = far;
        return least;
    }

    private boolean isSwap(int depth, int i, char letter) {
        return i > 1 && depth > 1 && letter == typed[i - 2] && path[depth - 2] == typed[i - 1];
    }

    private int first(int depth) {
        return Math.max(0, depth - edits);
    }

    private int last(int depth) {
        return Math.min(typed.length, depth + edits);
    }
}
