package org.sistercities.events.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose names stand on the invitation: who invites, who helps to pay, who leads through the evening, who lends their name. */
public record Billing(
        @Size(max = 50) List<@NotNull @Valid Credit> hosts,
        @Size(max = 200) List<@NotNull @Valid CoSponsor> coSponsors,
        @Nullable @Valid Credit masterOfCeremonies,
        @Nullable @Valid Credit honoraryChair) {
    public static final Billing NOBODY = new Billing(List.of(), List.of(), null, null);

    public Billing {
        hosts = Objects.requireNonNullElse(hosts, List.of()); // may be absent
        coSponsors = Objects.requireNonNullElse(coSponsors, List.of());
    }
}
