package org.sistercities.city.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Distinct texts in order, each with the cities it belongs to, as numbers: the smaller, the more important. The texts lie one
 * after the other in one array; the cities of beginnings that very many share are known beforehand, so that no answer needs a
 * long walk.
 */
final class Lexicon {
    /** How many cities are asked for at most where only the best count. */
    static final int BEST = 64;

    /** How many are known beforehand: some more, for a few may not pass. */
    private static final int KNOWN = 96;

    /** How many must share a beginning for that. */
    private static final int MANY = 256;

    private final char[] letters;
    private final int[] textStarts;
    private final int[] cities;
    private final int[] cityStarts;
    private final int[][] textsOfCity;
    private final Map<String, int[]> best = new HashMap<>();

    /** A text and one of the cities it belongs to. */
    record Posting(String text, int city) {}

    /** Consecutive texts, {@code to} exclusive. */
    record Range(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /** @param cities how many there are; they are numbered from 0 */
    Lexicon(List<Posting> postings, int cities) {
        var sorted = postings.toArray(Posting[]::new);
        Arrays.parallelSort(sorted, Comparator.comparing(Posting::text).thenComparingInt(Posting::city));
        int texts = 0;
        int length = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (!isNew(sorted, i)) continue;
            texts++;
            length += sorted[i].text.length();
        }
        letters = new char[length];
        textStarts = new int[texts + 1];
        cityStarts = new int[texts + 1];
        this.cities = new int[sorted.length];
        fill(sorted);
        textsOfCity = textsOfCity(cities);
        rememberBest(new Range(0, texts), "");
    }

    private void fill(Posting[] sorted) {
        int text = -1;
        int letter = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (isNew(sorted, i)) {
                textStarts[++text] = letter;
                cityStarts[text] = i;
                sorted[i].text.getChars(0, sorted[i].text.length(), letters, letter);
                letter += sorted[i].text.length();
            }
            cities[i] = sorted[i].city;
        }
        textStarts[size()] = letter;
        cityStarts[size()] = sorted.length;
    }

    private int[][] textsOfCity(int count) {
        var sizes = new int[count];
        for (int city : cities) sizes[city]++;
        var texts = new int[count][];
        for (int city = 0; city < count; city++) texts[city] = new int[sizes[city]];
        for (int text = size() - 1; text >= 0; text--)
            for (int i = cityStarts[text]; i < cityStarts[text + 1]; i++) texts[cities[i]][--sizes[cities[i]]] = text;
        return texts;
    }

    private static boolean isNew(Posting[] sorted, int i) {
        return i == 0 || !sorted[i].text.equals(sorted[i - 1].text);
    }

    int size() {
        return textStarts.length - 1;
    }

    Range all() {
        return new Range(0, size());
    }

    int length(int text) {
        return textStarts[text + 1] - textStarts[text];
    }

    char letter(int text, int at) {
        return letters[textStarts[text] + at];
    }

    /** The text itself, or nothing. */
    Range exactly(String text) {
        int first = firstNotBelow(text);
        boolean isThere = first < size() && length(first) == text.length() && startsWith(first, text);
        return isThere ? new Range(first, first + 1) : new Range(0, 0);
    }

    String text(int text) {
        return new String(letters, textStarts[text], length(text));
    }

    /** All texts with this beginning; the beginning itself is the first of them. */
    Range startingWith(String beginning) {
        int low = firstNotBelow(beginning);
        if (low == size() || !startsWith(low, beginning)) return new Range(low, low);
        int last = low;
        int step = 1; // mostly there are few: the end is near
        while (last + step < size() && startsWith(last + step, beginning)) {
            last += step;
            step *= 2;
        }
        int high = Math.min(last + step, size());
        while (last + 1 < high) {
            int middle = (last + high) >>> 1;
            if (startsWith(middle, beginning)) last = middle;
            else high = middle;
        }
        return new Range(low, last + 1);
    }

    private int firstNotBelow(String other) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBelow(middle, other)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private boolean isBelow(int text, String other) {
        int start = textStarts[text];
        int shared = Math.min(length(text), other.length());
        for (int i = 0; i < shared; i++) {
            int difference = letters[start + i] - other.charAt(i);
            if (difference != 0) return difference < 0;
        }
        return length(text) < other.length();
    }

    private boolean startsWith(int text, String beginning) {
        if (length(text) < beginning.length()) return false;
        int start = textStarts[text];
        for (int i = 0; i < beginning.length(); i++) if (letters[start + i] != beginning.charAt(i)) return false;
        return true;
    }

    /** Of texts that agree in their first {@code at} letters those that go on with {@code letter}. */
    Range narrowed(Range range, int at, char letter) {
        int from = firstNotBelow(range, at, letter);
        boolean isThere = from < range.to && letter(from, at) == letter;
        return isThere ? firstOf(new Range(from, range.to), at) : new Range(from, from);
    }

    /** Of texts that agree in their first {@code at} letters, and go on, those that go on as the first does. */
    Range firstOf(Range range, int at) {
        char letter = letter(range.from, at);
        int from = range.from;
        int step = 1; // mostly there are few: the end is near
        while (from + step < range.to && letter(from + step, at) == letter) {
            from += step;
            step *= 2;
        }
        var rest = new Range(from, Math.min(from + step, range.to));
        return new Range(range.from, firstNotBelow(rest, at, (char) (letter + 1)));
    }

    private int firstNotBelow(Range range, int at, char letter) {
        int low = range.from;
        int high = range.to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (length(middle) <= at || letter(middle, at) < letter) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** How many entries a range has; a city may be counted more than once. */
    int count(Range range) {
        return cityStarts[range.to] - cityStarts[range.from];
    }

    /** The cities of a range, most important first. */
    IntStream citiesOf(Range range) {
        return Arrays.stream(distinct(Arrays.copyOfRange(cities, cityStarts[range.from], cityStarts[range.to])));
    }

    /** In order, each once; not with {@link IntStream#distinct}, which makes an object of each. */
    private static int[] distinct(int[] numbers) {
        Arrays.sort(numbers);
        int count = 0;
        for (int i = 0; i < numbers.length; i++)
            if (i == 0 || numbers[i] != numbers[i - 1]) numbers[count++] = numbers[i];
        return count == numbers.length ? numbers : Arrays.copyOf(numbers, count);
    }

    /** Whether one of the city's texts is in the range. */
    boolean has(int city, Range range) {
        if (range.isEmpty()) return false;
        var texts = textsOfCity[city];
        int at = Arrays.binarySearch(texts, range.from);
        if (at >= 0) return true;
        int next = -at - 1;
        return next < texts.length && texts[next] < range.to;
    }

    /** The most important cities of a beginning, among those that pass; at most {@code most} if there are so many. */
    IntStream bestOf(String beginning, int most, IntPredicate passes) {
        var known = best.get(beginning);
        if (known != null && most <= BEST) {
            var passing = Arrays.stream(known).filter(passes).limit(most).toArray();
            if (passing.length == most || known.length < KNOWN) return Arrays.stream(passing);
        }
        return citiesOf(startingWith(beginning)).filter(passes).limit(most);
    }

    private int[] rememberBest(Range range, String beginning) {
        if (count(range) <= MANY) return citiesOf(range).toArray();
        var found = IntStream.builder();
        int at = beginning.length();
        for (int text = range.from; text < range.to; ) {
            boolean ends = length(text) == at;
            var part = ends ? new Range(text, text + 1) : firstOf(new Range(text, range.to), at);
            var ofPart =
                    ends ? citiesOf(part).limit(KNOWN).toArray() : rememberBest(part, beginning + letter(text, at));
            for (int city : ofPart) found.add(city);
            text = part.to;
        }
        var mostImportant =
                Arrays.stream(distinct(found.build().toArray())).limit(KNOWN).toArray();
        best.put(beginning, mostImportant);
        return mostImportant;
    }
}
