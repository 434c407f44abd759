package org.sistercities.content.gift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.payment.Charge;

/**
 * A gift, as its donor and administrators see it.
 *
 * @param reference to be given with a transfer
 * @param bank where a transfer goes, line by line
 * @param checkout the page to pay on, while it can be paid
 * @param link to this answer, for its donor
 * @param receipt the confirmation as PDF, once money has come
 * @param end where to post that no more is to be given each month, while there is more to come
 * @param months of a gift by card that goes on: whether it does, and since when the card cannot be charged
 * @param donor for administrators
 */
record GiftView(
        String id,
        Gift.Status status,
        Price amount,
        Offer.Rhythm rhythm,
        Offer.Way way,
        @Nullable Designation designation,
        Offer.Anonymity anonymity,
        Instant at,
        List<Received> received,
        @Nullable String reference,
        @Nullable List<String> bank,
        @Nullable String checkout,
        @Nullable String link,
        @Nullable String receipt,
        @Nullable String end,
        @Nullable Months months,
        @Nullable Tribute tribute,
        @Nullable Donor donor) {

    /** An amount as a decimal string with its ISO 4217 code. */
    record Price(String amount, Currency currency) {
        static Price of(Charge charge) {
            return new Price(charge.amount().toPlainString(), charge.currency());
        }
    }

    /** Money that came. */
    record Received(String reference, Price amount, LocalDate on, Receipt.@Nullable Back back) {
        static Received of(Receipt receipt) {
            return new Received(receipt.reference(), Price.of(receipt.amount()), receipt.on(), receipt.back());
        }
    }

    /** What is charged each month. */
    record Months(Monthly.State state, @Nullable LocalDate failedOn) {
        static @Nullable Months of(@Nullable Monthly monthly) {
            return monthly == null ? null : new Months(monthly.state(), monthly.failedOn());
        }
    }

    static GiftView forDonor(Gift gift, GiftLinks links, List<String> bank) {
        boolean isPledge = gift.offer().way() == Offer.Way.PLEDGE;
        boolean isOpen = gift.status() == Gift.Status.PENDING;
        return of(
                gift,
                isPledge ? reference(gift) : null,
                isPledge ? bank : null,
                isOpen ? gift.page() : null,
                links.gift(gift.id()),
                gift.kept().isEmpty() ? null : links.receipt(gift.id()),
                gift.canEnd() ? links.end(gift.id()) : null,
                null);
    }

    static GiftView forStaff(Stored<Gift> stored) {
        var gift = stored.state();
        return of(
                gift,
                reference(gift),
                null,
                null,
                null,
                null,
                null,
                gift.offer().donor());
    }

    private static GiftView of(
            Gift gift,
            @Nullable String reference,
            @Nullable List<String> bank,
            @Nullable String checkout,
            @Nullable String link,
            @Nullable String receipt,
            @Nullable String end,
            @Nullable Donor donor) {
        var offer = gift.offer();
        return new GiftView(
                gift.id(),
                gift.status(),
                Price.of(offer.amount()),
                offer.rhythm(),
                offer.way(),
                offer.designation(),
                offer.anonymity(),
                gift.at(),
                gift.receipts().stream().map(Received::of).toList(),
                reference,
                bank,
                checkout,
                link,
                receipt,
                end,
                Months.of(gift.monthly()),
                offer.tribute(),
                donor);
    }

    /** Short enough for a transfer's line, and no other gift's in practice: 40 bits. */
    static String reference(Gift gift) {
        return "GIFT-" + gift.id().substring(0, 10).toUpperCase(Locale.ROOT);
    }
}
