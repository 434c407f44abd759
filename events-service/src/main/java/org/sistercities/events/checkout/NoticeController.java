package org.sistercities.events.checkout;

import org.sistercities.events.payment.Refunds;
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
    private final Cashier cashier;
    private final Checkouts checkouts;
    private final Refunds refunds;

    NoticeController(Cashier cashier, Checkouts checkouts, Refunds refunds) {
        this.cashier = cashier;
        this.checkouts = checkouts;
        this.refunds = refunds;
    }

    @PostMapping("/api/v1/payments/stripe/notices")
    void told(@RequestBody byte[] body, @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature) {
        var notice = cashier.provider().verified(body, signature);
        if (checkouts.isHandled(notice.id())) return;
        switch (notice) {
            case ProviderNotice.OfCheckout of -> cashier.follow(of.checkout());
            case ProviderNotice.OfRepayment of -> refunds.follow(of.repayment());
            case ProviderNotice.OfSubscription _, ProviderNotice.OfInstalment _, ProviderNotice.OfSomethingElse _ -> {}
        }
        checkouts.setHandled(notice.id());
    }
}
