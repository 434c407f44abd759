package org.sistercities.backing;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Embedded or containers, and why. */
record Choice(Provision provision, String reason) {
    static final String PROPERTY = "sistercities.backing-services";
    static final String VARIABLE = "SISTERCITIES_BACKING_SERVICES";

    /** What the system property or the environment says, or null. */
    static @Nullable String forced() {
        String property = System.getProperty(PROPERTY);
        return property != null ? property : System.getenv(VARIABLE);
    }

    /** Asks for Docker only when the answer matters: that loads Testcontainers and takes its time. */
    static Choice of(Options options, @Nullable String forced, BooleanSupplier dockerAnswers) {
        if (forced != null && !forced.isBlank()) {
            return of(options.by(parse(forced)), null, dockerAnswers).because("as " + PROPERTY + " says");
        }
        return switch (options.provision()) {
            case EMBEDDED -> new Choice(Provision.EMBEDDED, "as asked");
            case CONTAINERS -> inContainers(options, dockerAnswers);
            case AUTO -> {
                if (options.directory() != null) {
                    yield new Choice(Provision.EMBEDDED, "as the data is to be kept");
                }
                yield dockerAnswers.getAsBoolean()
                        ? new Choice(Provision.CONTAINERS, "as a Docker engine answers")
                        : new Choice(Provision.EMBEDDED, "as no Docker engine answers");
            }
        };
    }

    private static Choice inContainers(Options options, BooleanSupplier dockerAnswers) {
        if (options.directory() != null) {
            throw new IllegalStateException("containers keep no data in " + options.directory()
                    + ": run the services of" + " docker-compose.yml instead, or embedded ones");
        }
        if (!dockerAnswers.getAsBoolean()) {
            throw new IllegalStateException("containers were asked for, and no Docker engine answers");
        }
        return new Choice(Provision.CONTAINERS, "as asked");
    }

    private Choice because(String other) {
        return reason.equals("as asked") ? new Choice(provision, other) : this;
    }

    private static Provision parse(String text) {
        try {
            return Provision.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PROPERTY + " is auto, embedded or containers, not '" + text + "'", e);
        }
    }
}
