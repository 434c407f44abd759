package org.sistercities.content.news;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sistercities.content.story.Manuscript;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.Party;

/** The facts of a signing, put into sentences for an editor to go on from. */
final class SigningNews {
    private static final int LONGEST_NAMES = 200;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private SigningNews() {}

    static Manuscript of(PartnershipSigned signed) {
        var cities = signed.parties().stream().map(Party::cityId).toList();
        return Manuscript.story(headline(signed), body(signed), cities, List.of(signed.partnershipId()), List.of());
    }

    private static String headline(PartnershipSigned signed) {
        return who(signed.parties()) + " " + doing(signed.kind());
    }

    /** Their names, or only how many there are when the names are no headline. */
    static String who(List<Party> parties) {
        var names = sequence(parties.stream().map(Party::name).toList());
        return names.length() <= LONGEST_NAMES ? names : parties.size() + " cities";
    }

    private static String body(PartnershipSigned signed) {
        var communities = signed.parties().stream().map(SigningNews::named).toList();
        return "%s %s. The last signature is of %s.\n\n- %s\n"
                .formatted(
                        sequence(communities),
                        doing(signed.kind()),
                        DATE.format(signed.signedOn()),
                        String.join("\n- ", communities));
    }

    private static String doing(String kind) {
        return switch (kind) {
            case "SISTER" -> "are sister cities";
            case "FRIENDSHIP" -> "are friendship cities";
            default -> "begin a project together";
        };
    }

    private static String named(Party party) {
        var country = Locale.of("", party.countryCode()).getDisplayCountry(Locale.ENGLISH);
        return party.name() + " (" + country + ")";
    }

    /** "A", "A and B", "A, B and C". */
    private static String sequence(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
