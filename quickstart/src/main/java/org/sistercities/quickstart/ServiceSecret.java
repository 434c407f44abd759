package org.sistercities.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a service must keep to itself: made at random at the first start, in files only their owner may read. */
enum ServiceSecret {
    /** Makes a party's links unguessable. */
    REGISTRATIONS("events-service", "sistercities.registration.link-secret"),
    /** Makes links to drafts, and those of donors, unguessable. */
    PREVIEWS("content-service", "sistercities.stories.preview-secret"),
    /** Lets services ask for payments. */
    STRIPE("stripe", "sistercities.payment.stripe.secret-key"),
    /** Signs what the payment provider tells. */
    STRIPE_NOTICES("stripe-notices", "sistercities.payment.stripe.webhook-secret");

    private final String file;
    private final String property;

    ServiceSecret(String file, String property) {
        this.file = file;
        this.property = property;
    }

    /** The files of settings with a service's secrets, made if they are not there. */
    static List<Path> of(Service service, Path folder) {
        return Arrays.stream(values())
                .filter(secret -> secret.isOf(service))
                .map(secret -> secret.in(folder))
                .toList();
    }

    private boolean isOf(Service service) {
        return switch (this) {
            case REGISTRATIONS -> service == Service.EVENTS;
            case PREVIEWS -> service == Service.CONTENT;
            case STRIPE, STRIPE_NOTICES -> service == Service.EVENTS || service == Service.CONTENT;
        };
    }

    /** The secret itself. */
    String value(Path folder) {
        try {
            return Files.readString(in(folder)).strip().substring(property.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of settings that has it, made if it is not there. */
    Path in(Path folder) {
        var settings = folder.resolve(file + ".properties");
        try {
            if (Files.exists(settings)) return settings;
            Files.createDirectories(folder);
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            var fresh = Files.createTempFile(
                    folder,
                    file,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    fresh,
                    property + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            return Files.move(fresh, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
