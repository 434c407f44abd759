package org.sistercities.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.sistercities.backing.BackingServices;
import org.sistercities.backing.Options;
import org.sistercities.backing.Provision;
import org.sistercities.backing.stripe.FakeStripe;
import org.sistercities.quickstart.issuer.DevelopmentIssuer;
import org.sistercities.quickstart.issuer.Identity;
import org.sistercities.quickstart.mail.MailSink;

/** MongoDB, Kafka, the issuer, the mail server and the payment provider in this process, each service in one of its own; when one fails, all have failed. */
final class RunningSystem implements AutoCloseable {
    private static final Duration TO_CLOSE_FILES = Duration.ofSeconds(10);

    private final DataFolder data;
    private final Addresses addresses;
    private final Progress progress;
    private final Services services;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile @Nullable BackingServices backing;
    private volatile @Nullable DevelopmentIssuer issuer;
    private volatile @Nullable MailSink mail;
    private volatile @Nullable FakeStripe stripe;

    RunningSystem(DataFolder data, Addresses addresses, Services services, Progress progress) {
        this.data = data;
        this.addresses = addresses;
        this.services = services;
        this.progress = progress;
    }

    /**
     * Starts everything at once and returns when all of it is ready. The services need not wait for MongoDB and Kafka here:
     * they do that themselves, as they would anywhere.
     *
     * @throws Refused when a part fails
     */
    void start(Identity identity) {
        for (var secret : ServiceSecret.values()) secret.in(data.identity());
        var parts = new ArrayList<CompletableFuture<Void>>();
        parts.add(inBackground(() -> backing = progress.step("MongoDB and Kafka", this::startBacking)));
        parts.add(inBackground(() -> issuer = progress.step("issuer", () -> startIssuer(identity))));
        parts.add(inBackground(() -> mail = progress.step("mail server", this::startMail)));
        parts.add(inBackground(() -> stripe = progress.step("payment provider", this::startStripe)));
        for (var service : Service.values())
            parts.add(inBackground(() -> {
                services.bring(
                        service,
                        withSecrets(service, addresses.settingsOf(service)),
                        addresses.ports().of(service.management()));
                services.whenEnded(service, failure::completeExceptionally);
                return null;
            }));
        var allReady = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        services.showSignsOfLifeUntil(allReady);
        waitFor(CompletableFuture.anyOf(allReady, failure));
    }

    /** Makes the next start faster, in the background. */
    void trainCaches() {
        if (services.allHaveCaches()) return;
        progress.say("In the background, the services run once more to prepare faster starts");
        var _ = inBackground(() -> {
            var port = addresses.ports().anotherFree();
            var made = services.trainCaches(
                    service -> withSecrets(service, addresses.settingsOfTrainee(service, port)), port);
            progress.say("%d services will start faster next time".formatted(made));
            return null;
        });
    }

    /** Returns only by an exception, when a part fails. */
    void watch() {
        waitFor(failure);
    }

    /** Ends the services while MongoDB and Kafka are still there for them, then the rest. */
    @Override
    public void close() {
        services.stopAll();
        var rest = inBackground(() -> {
            if (issuer != null) issuer.close();
            if (mail != null) mail.close();
            if (stripe != null) stripe.close();
            if (backing != null) backing.close();
            return null;
        });
        rest.completeOnTimeout(null, TO_CLOSE_FILES.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    /** Secrets come by a file, because everybody on this machine sees command lines. */
    private List<String> withSecrets(Service service, List<String> settings) {
        var all = new ArrayList<>(settings);
        for (var file : ServiceSecret.of(service, data.identity())) all.add(settingsIn(file));
        if (service == Service.GATEWAY) all.add(settingsIn(Identity.gatewaySettingsIn(data.identity())));
        return all;
    }

    private static String settingsIn(Path file) {
        return "--spring.config.additional-location=" + file.toUri();
    }

    private BackingServices startBacking() {
        var ports = addresses.ports();
        return BackingServices.start(Options.keepingDataIn(data.backing())
                .onPorts(ports.of(Listener.MONGODB), ports.of(Listener.KAFKA))
                .by(Provision.EMBEDDED));
    }

    private DevelopmentIssuer startIssuer(Identity identity) {
        return DevelopmentIssuer.start(addresses.issuer(), addresses.gateway(), identity);
    }

    private MailSink startMail() {
        return MailSink.start(
                addresses.ports().of(Listener.MAIL), addresses.ports().of(Listener.INBOX));
    }

    private FakeStripe startStripe() {
        return FakeStripe.withPages(
                addresses.ports().of(Listener.PAYMENT),
                new FakeStripe.Keys(
                        ServiceSecret.STRIPE.value(data.identity()),
                        ServiceSecret.STRIPE_NOTICES.value(data.identity())),
                data.payments(),
                new PaymentNews(addresses.paymentNotices()));
    }

    private CompletableFuture<Void> inBackground(Callable<?> work) {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.call();
                done.complete(null);
            } catch (Exception | LinkageError e) {
                if (!services.areStopping()) failure.completeExceptionally(e);
            }
        });
        return done;
    }

    private static void waitFor(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refused refused) throw refused;
            throw e;
        }
    }
}
