package org.sistercities.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an event fills, as the API tells it. */
record Dashboard(
        List<Quota> quotas,
        List<Type> ticketTypes,
        Map<String, Integer> invitations,
        @Nullable List<Hour> registrations,
        @Nullable List<Hour> admissions) {

    /** How many guests came in the hour that begins then. */
    record Hour(Instant hour, int guests) {}

    record Quota(String id, String name, int capacity, int taken, int held, int left, int waiting) {}

    record Type(String id, String name, int confirmed, int invited, int awaitingPayment, int waiting, int admitted) {}

    /** All who are in. */
    public int admitted() {
        return ticketTypes.stream().mapToInt(Type::admitted).sum();
    }

    /** All who may come in. */
    public int confirmed() {
        return ticketTypes.stream().mapToInt(Type::confirmed).sum();
    }
}
