package org.sistercities.quickstart;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of the system find each other; known before any of them runs. */
record Addresses(Ports ports) {

    /** The gateway as a user would type it. */
    URI gateway() {
        return http(Listener.GATEWAY);
    }

    URI http(Listener listener) {
        return URI.create("http://localhost:" + ports.of(listener));
    }

    String mongoUri(String database) {
        return "mongodb://127.0.0.1:" + ports.of(Listener.MONGODB) + "/" + database;
    }

    String kafka() {
        return "127.0.0.1:" + ports.of(Listener.KAFKA);
    }

    /** The {@code iss} of access tokens. */
    URI issuer() {
        return URI.create("http://127.0.0.1:" + ports.of(Listener.ISSUER));
    }

    /** Where the issuer's clients fetch tokens. */
    URI tokenEndpoint() {
        return issuer().resolve("/oauth2/token");
    }

    /** Where the mails that services have sent can be read. */
    URI inbox() {
        return http(Listener.INBOX);
    }

    /** Where the payment provider tells of payments: of those for tickets, and of gifts. */
    List<URI> paymentNotices() {
        return List.of(
                gateway().resolve("/api/v1/payments/stripe/notices"),
                gateway().resolve("/api/v1/gifts/stripe/notices"));
    }

    /** What a service is told on its command line; what it has no use for, it ignores. */
    List<String> settingsOf(Service service) {
        var settings = new ArrayList<>(settings(service, ports.of(service.door()), ports.of(service.management())));
        settings.add("--spring.mail.host=127.0.0.1");
        settings.add("--spring.mail.port=" + ports.of(Listener.MAIL));
        return settings;
    }

    /** The same for one more replica that watches and listens for nothing, so that it takes no work from the first. */
    List<String> settingsOfTrainee(Service service, int managementPort) {
        var settings = new ArrayList<>(settings(service, 0, managementPort));
        settings.add("--spring.kafka.listener.auto-startup=false");
        return settings;
    }

    private List<String> settings(Service service, int port, int managementPort) {
        return List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.address=127.0.0.1",
                "--management.server.port=" + managementPort,
                "--management.endpoint.health.probes.enabled=true",
                "--spring.mongodb.uri=" + mongoUri(service.title().replace("-service", "")),
                "--spring.kafka.bootstrap-servers=" + kafka(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer(),
                "--sistercities.sign-in.issuer=" + issuer(),
                "--sistercities.sign-in.public-url=" + gateway(),
                "--sistercities.services.city=http://127.0.0.1:" + ports.of(Listener.CITY),
                "--sistercities.services.content=http://127.0.0.1:" + ports.of(Listener.CONTENT),
                "--sistercities.services.events=http://127.0.0.1:" + ports.of(Listener.EVENTS),
                "--sistercities.services.web=http://127.0.0.1:" + ports.of(Listener.WEB),
                "--sistercities.site.gateway=http://127.0.0.1:" + ports.of(Listener.GATEWAY),
                "--sistercities.site.url=" + gateway(),
                "--sistercities.mail.registration-page=" + gateway() + "/registrations/{registration}#{token}",
                "--sistercities.checkout.return-page=" + gateway() + "/registrations/{registration}?checkout={outcome}",
                "--sistercities.gifts.return-page=" + gateway() + "/donate?gift={gift}&outcome={outcome}",
                "--sistercities.gifts.bank=Example Bank (no money moves here),IBAN XX00 0000 0000 0000",
                "--sistercities.payment.stripe.base-url=http://127.0.0.1:" + ports.of(Listener.PAYMENT),
                "--sistercities.certificate.verify-at=" + gateway() + "/verify?certificate={number}",
                "--sistercities.limits.rates.read.quota=1000000", // everybody is the same client here, load tests too
                "--sistercities.limits.rates.registration.quota=1000000",
                "--sistercities.limits.rates.staff.quota=1000000",
                "--logging.structured.format.console=", // for people, not for a log collector
                "--spring.main.banner-mode=off");
    }
}
