package org.sistercities.content.gift;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.campaign.Campaigns;
import org.sistercities.content.gift.Offer.Rhythm;
import org.sistercities.content.gift.Offer.Way;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.payment.Charge;
import org.sistercities.platform.payment.HostedCheckout;
import org.sistercities.platform.payment.PaymentProvider;
import org.sistercities.platform.payment.PaymentProvider.CheckoutRequest;
import org.sistercities.platform.payment.ProviderRefused;
import org.sistercities.platform.payment.Repayment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes gifts, opens pages to pay on, and lets what the provider tells take effect. A gift is stored before the provider is called, and every
 * call has a key made of the gift's id: whoever repeats a request that crashed goes on with it.
 */
@Component
@EnableConfigurationProperties(GiftsProperties.class)
class GiftDesk {
    private static final Duration OPEN = Duration.ofMinutes(35);
    private static final String OURS = "gift-"; // the provider may be events-service's, too

    private final Gifts gifts;
    private final Campaigns campaigns;
    private final ObjectProvider<PaymentProvider> provider;
    private final GiftsProperties properties;
    private final Clock clock;

    GiftDesk(
            Gifts gifts,
            Campaigns campaigns,
            ObjectProvider<PaymentProvider> provider,
            GiftsProperties properties,
            Clock clock) {
        this.gifts = gifts;
        this.campaigns = campaigns;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    boolean takesCards() {
        return provider.getIfAvailable() != null;
    }

    /** @throws GiftRefused.CardGiftsNotOffered when there is none */
    PaymentProvider provider() {
        var known = provider.getIfAvailable();
        if (known == null) throw new GiftRefused.CardGiftsNotOffered();
        return known;
    }

    /** The new gift, or the one this key stands for; by card with a page to pay on. */
    Stored<Gift> take(IdempotencyKey key, MakeGift request) {
        var id = key.idIn("gifts");
        var offer = offer(request);
        var gift = gifts.create(id, key.of(request.content()), () -> {
            var now = clock.instant();
            return Gift.promised(id, offer, offer.way() == Way.CARD ? now.plus(OPEN) : null, now);
        });
        return opened(gift);
    }

    private Offer offer(MakeGift request) {
        if (request.way() == Way.CARD) provider();
        return new Offer(
                amount(request),
                request.rhythm(),
                request.way(),
                designation(request),
                request.tribute(),
                request.anonymity(),
                request.donor());
    }

    private Charge amount(MakeGift request) {
        return accepted(request.sum(), request.currency().equals(properties.currency()));
    }

    private Charge accepted(BigDecimal sum, boolean isOurCurrency) {
        int decimals = Math.max(0, properties.currency().getDefaultFractionDigits());
        boolean fits = sum.compareTo(properties.least()) >= 0 && sum.compareTo(properties.most()) <= 0;
        if (!isOurCurrency || !fits || sum.stripTrailingZeros().scale() > decimals)
            throw new GiftRefused.AmountNotTaken(properties.leastCharge(), properties.mostCharge());
        return new Charge(sum, properties.currency());
    }

    private @Nullable Designation designation(MakeGift request) {
        var campaign = request.campaign();
        var partnership = request.partnershipId();
        if (campaign != null && partnership != null)
            throw new GiftRefused.UnknownDesignation("A gift is for a campaign or for a partnership.");
        if (partnership != null) return new Designation(Designation.Kind.PARTNERSHIP, partnership);
        if (campaign == null) return null;
        return campaigns
                .collecting(campaign)
                .map(id -> new Designation(Designation.Kind.CAMPAIGN, id))
                .orElseThrow(() -> new GiftRefused.UnknownDesignation("No campaign collects under this name."));
    }

    private Stored<Gift> opened(Stored<Gift> stored) {
        var gift = stored.state();
        if (gift.status() != Gift.Status.PENDING || gift.sessionId() != null) return stored;
        boolean isMonthly = gift.offer().rhythm() == Rhythm.MONTHLY;
        var page = new CheckoutRequest(
                OURS + gift.id(),
                gift.offer().amount(),
                "Gift",
                returnPage(gift, "paid"),
                returnPage(gift, "given-up"),
                Objects.requireNonNull(gift.expiresAt()));
        var key = "gift/" + gift.id();
        var session = isMonthly ? provider().subscribe(page, key) : provider().open(page, key);
        var now = clock.instant();
        return gifts.change(gift.id(), known -> known.opened(session, now.plus(properties.askAfter()), now));
    }

    private URI returnPage(Gift gift, String outcome) {
        return URI.create(properties.returnPage().replace("{gift}", gift.id()).replace("{outcome}", outcome));
    }

    /** What staff says has come; the amount that was promised when it says none. */
    Stored<Gift> mark(String id, long revision, ReceivedMoney money) {
        return gifts.change(id, revision, gift -> {
            var amount =
                    money.amount() == null ? gift.offer().amount() : accepted(new BigDecimal(money.amount()), true);
            return gift.marked(money.reference(), amount, money.on(), clock.instant());
        });
    }

    /** Money is to go back; the provider is asked at once, and again by {@link SilentGifts} when nobody knows what it did. */
    Stored<Gift> refund(String id, long revision, SendBack request) {
        var gift =
                gifts.change(id, revision, known -> known.refund(request.reference(), request.how(), clock.instant()));
        return sendBack(gift, request.reference());
    }

    Stored<Gift> sendBack(Stored<Gift> gift, String reference) {
        var receipt = gift.state().receipt(reference);
        if (receipt.back() != Receipt.Back.REQUESTED) return gift;
        var attempt = OURS + gift.id() + "/" + receipt.attempt() + "/" + reference;
        try {
            follow(provider().refund(reference, receipt.amount(), attempt, "refund/" + attempt));
        } catch (ProviderRefused e) {
            gifts.change(
                    gift.id(),
                    known -> known.refunded(
                            reference,
                            receipt.attempt(),
                            Receipt.Back.FAILED,
                            String.valueOf(e.getMessage()),
                            clock.instant()));
        }
        return gifts.get(gift.id());
    }

    /** The gift that something at the provider is for; null when it is somebody else's. */
    static @Nullable String idIn(@Nullable String reference) {
        return reference == null || !reference.startsWith(OURS) ? null : reference.substring(OURS.length());
    }

    /** What the provider says of a page takes effect here; when it says it again, there is no further effect. */
    void follow(HostedCheckout told) {
        var id = idIn(told.reference());
        if (id == null || gifts.find(id).isEmpty()) return; // not one of ours
        switch (told.state()) {
            case PAID ->
                gifts.change(
                        id,
                        gift -> gift.paid(
                                Objects.requireNonNull(told.paymentId()),
                                Objects.requireNonNull(told.charged(), "paid, but nobody knows what"),
                                told.subscriptionId(),
                                clock.instant()));
            case EXPIRED -> gifts.change(id, gift -> gift.expired(clock.instant()));
            case OPEN -> {} // nothing has happened yet
        }
    }

    /** What the provider says of money on its way back. */
    void follow(Repayment told) {
        var reference = idIn(told.reference());
        if (reference == null) return;
        var parts = reference.split("/", 3);
        if (parts.length < 3 || gifts.find(parts[0]).isEmpty()) return;
        var state = switch (told.state()) {
            case PENDING -> Receipt.Back.REQUESTED;
            case DONE -> Receipt.Back.DONE;
            case FAILED -> Receipt.Back.FAILED;
        };
        gifts.change(
                parts[0],
                gift -> gift.refunded(parts[2], Integer.parseInt(parts[1]), state, told.id(), clock.instant()));
    }
}
