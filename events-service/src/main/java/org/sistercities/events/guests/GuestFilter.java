package org.sistercities.events.guests;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which guests somebody looks for.
 *
 * @param words each must begin a word of the guest's or the party's name, whatever its case and accents, or be in the address
 */
public record GuestFilter(
        List<String> words,
        @Nullable String status,
        @Nullable String ticketType,
        @Nullable Boolean admitted,
        @Nullable String category) {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}@.]+");

    /** Everything but the words as it is; null for any. */
    public static GuestFilter of(
            @Nullable String query,
            @Nullable String status,
            @Nullable String ticketType,
            @Nullable Boolean admitted,
            @Nullable String category) {
        return new GuestFilter(words(Objects.requireNonNullElse(query, "")), status, ticketType, admitted, category);
    }

    /** Everything but whether the guest is in. */
    boolean matches(ListedGuest guest) {
        return (status == null || status.equals(guest.status()))
                && (ticketType == null || ticketType.equals(guest.ticketType()))
                && (category == null || category.equals(guest.category()))
                && (words.isEmpty() || names(guest));
    }

    boolean matchesAdmission(ListedGuest guest) {
        return admitted == null || admitted == (guest.admittedAt() != null);
    }

    private boolean names(ListedGuest guest) {
        var name = Objects.requireNonNullElse(guest.name(), "");
        var known = words(name + " " + guest.partyOf());
        var address = guest.email().toLowerCase(Locale.ROOT);
        return words.stream()
                .allMatch(word -> known.stream().anyMatch(other -> other.startsWith(word)) || address.contains(word));
    }

    private static List<String> words(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return BREAKS.splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
