package org.sistercities.content.gift;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gifts as comma-separated values (RFC 4180), a line for each. A value a spreadsheet would take for a formula, for donors tell their own
 * names, gets an apostrophe in front (OWASP, CSV injection).
 */
final class GiftCsv {
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*");

    static final String HEAD = joined(List.of(
            "id",
            "reference",
            "status",
            "rhythm",
            "way",
            "amount",
            "currency",
            "received",
            "payments",
            "designation",
            "designation_id",
            "tribute",
            "tribute_name",
            "anonymity",
            "donor",
            "email",
            "at"));

    private GiftCsv() {}

    static String line(Gift gift) {
        var offer = gift.offer();
        var designation = offer.designation();
        var tribute = offer.tribute();
        var donor = offer.donor();
        return joined(Stream.<@Nullable Object>of(
                        gift.id(),
                        GiftView.reference(gift),
                        gift.status(),
                        offer.rhythm(),
                        offer.way(),
                        offer.amount().amount().toPlainString(),
                        offer.amount().currency(),
                        received(gift),
                        gift.receipts().size(),
                        designation == null ? null : designation.kind(),
                        designation == null ? null : designation.id(),
                        tribute == null ? null : tribute.kind(),
                        tribute == null ? null : tribute.name(),
                        offer.anonymity(),
                        donor == null ? null : donor.name(),
                        donor == null ? null : donor.email(),
                        gift.at())
                .map(value -> value == null ? "" : value.toString())
                .toList());
    }

    /** What has come and stays, in the gift's own currency. */
    private static String received(Gift gift) {
        var currency = gift.offer().amount().currency();
        return gift.kept().stream()
                .filter(charge -> charge.currency().equals(currency))
                .map(charge -> charge.amount())
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .toPlainString();
    }

    private static String joined(List<String> values) {
        return values.stream().map(GiftCsv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String value) {
        var defused = FORMULA.matcher(value).matches() ? "'" + value : value;
        return defused.matches("[^\",\\r\\n]*") ? defused : "\"" + defused.replace("\"", "\"\"") + "\"";
    }
}
