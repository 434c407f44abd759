package org.sistercities.content.gift;

import org.sistercities.platform.payment.ProviderNotice;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Stripe tells us. Nothing is believed that it has not signed, and it is told that we have a notice only when its effect is stored;
 * until then, it tells us again.
 */
@Public // signed
@RestController
class NoticeController {
    private final GiftDesk desk;
    private final MonthlyGifts monthly;
    private final Gifts gifts;

    NoticeController(GiftDesk desk, MonthlyGifts monthly, Gifts gifts) {
        this.desk = desk;
        this.monthly = monthly;
        this.gifts = gifts;
    }

    @PostMapping("/api/v1/gifts/stripe/notices")
    void told(@RequestBody byte[] body, @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature) {
        var notice = desk.provider().verified(body, signature);
        if (gifts.isHandled(notice.id())) return;
        switch (notice) {
            case ProviderNotice.OfCheckout of -> desk.follow(of.checkout());
            case ProviderNotice.OfRepayment of -> desk.follow(of.repayment());
            case ProviderNotice.OfInstalment of -> monthly.follow(of.instalment());
            case ProviderNotice.OfSubscription of -> monthly.follow(of.subscription());
            case ProviderNotice.OfSomethingElse _ -> {}
        }
        gifts.setHandled(notice.id());
    }
}
