package org.sistercities.gateway.limits;

import java.time.Duration;
import java.util.Locale;
import org.sistercities.gateway.limits.LimitsProperties.Rate;

/** Kinds of requests that are counted apart, so that searching much does not keep anybody from registering. */
enum Kind {
    /** Reading without having signed in. */
    READ(600),
    /** Signing in, showing tokens that are none, trying codes. */
    SIGN_IN(20),
    /** Writing without having signed in: registrations and what follows. */
    REGISTRATION(60),
    /** Everything of those who have signed in, and of devices at the door. */
    STAFF(1200);

    private final int perMinute;

    Kind(int perMinute) {
        this.perMinute = perMinute;
    }

    Rate usual() {
        return new Rate(perMinute, Duration.ofMinutes(1));
    }

    /** As it stands in configuration and in the headers, such as {@code sign-in}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind named(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
