package org.sistercities.web.representative;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A city would like to be the sister of one that seeks; both contacts are told once it is mutual. */
record Interest(
        Party city,
        String state,
        Instant declaredAt,
        @Nullable Handshake contacts) {

    record Party(String cityId, String name, String countryCode) {}

    record Handshake(Contact seeking, Contact interested) {}

    record Contact(
            String name,
            @Nullable String office,
            String email,
            @Nullable String phone) {}

    record Listed(List<Interest> items) {}
}
