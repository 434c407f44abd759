package org.sistercities.web.representative;

import org.jspecify.annotations.Nullable;

/** A city as its page has it; {@code timeZone} is an IANA name. */
public record Place(
        String id, String name, @Nullable String region, String countryCode, String timeZone, boolean member) {}
