package org.sistercities.events.card;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Objects;
import org.sistercities.events.guests.ListedGuest;

/** In what order cards lie. */
enum Sorting {
    /** By the name's last word, as people look for theirs. */
    NAME,
    /** As the house receives its guests: the smaller precedence first, those without any last. */
    PRECEDENCE;

    /** Guests of the same name lie as their tickets do. */
    Comparator<ListedGuest> order() {
        Comparator<String> letters =
                Collator.getInstance(ULocale.ROOT)::compare; // the rules of Unicode, of no language in particular
        var byName = Comparator.comparing(Sorting::lastWord, letters)
                .thenComparing(Sorting::name, letters)
                .thenComparing(ListedGuest::ticketId);
        return switch (this) {
            case NAME -> byName;
            case PRECEDENCE ->
                Comparator.comparing(ListedGuest::precedence, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(byName);
        };
    }

    private static String name(ListedGuest guest) {
        return Objects.requireNonNullElse(guest.name(), guest.partyOf());
    }

    private static String lastWord(ListedGuest guest) {
        var name = name(guest).strip();
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
