package org.sistercities.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import org.sistercities.backing.stripe.FakeStripe.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all who ask for payments of each, once; if that fails, they will ask. */
final class PaymentNews implements Consumer<Notice> {
    private static final Logger log = LoggerFactory.getLogger(PaymentNews.class);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<URI> addresses;

    PaymentNews(List<URI> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void accept(Notice notice) {
        for (var address : addresses) tell(address, notice);
    }

    private void tell(URI address, Notice notice) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", notice.signature())
                .POST(BodyPublishers.ofString(notice.body()))
                .build();
        try {
            log.info(
                    "Told of a payment: {}",
                    client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            log.warn("Could not tell of a payment: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
