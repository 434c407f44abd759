package org.sistercities.city.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.registry.CitySummary;

/** What the network answers over HTTP. */
final class NetworkAnswers {

    private NetworkAnswers() {}

    /** A city as the network names it. */
    record Member(String id, String name, @Nullable String region, String countryCode, String country) {

        static Member of(CitySummary city) {
            return new Member(city.id(), city.name(), city.region(), city.countryCode(), city.country());
        }
    }

    /**
     * A shortest chain of sisters.
     *
     * @param degrees of separation; null (absent) when no chain connects the two
     * @param cities from one end to the other, both included; empty when no chain connects the two
     * @param links one fewer than the cities: link n joins city n and city n + 1
     */
    record Chain(
            Member from,
            Member to,
            boolean connected,
            @Nullable Integer degrees,
            List<Member> cities,
            List<Link> links) {}

    /** Two neighbours in a chain and the standing partnerships between them. */
    record Link(String from, String to, List<PartnershipItem> partnerships) {}

    /** A city at some distance. */
    record Reached(int degrees, Member city) {}

    /**
     * A city's place in the network.
     *
     * @param sisters how many cities it is joined with directly
     * @param componentSize how many cities hang together with it, itself included
     * @param centrality harmonic: the mean of 1/degrees to every other city of the network, 0 where no chain leads; 0 to 1
     * @param rank by centrality, from 1; null (absent) for a city without a sister
     * @param asOf when the network was measured
     */
    record Place(
            Member city,
            int sisters,
            int componentSize,
            double centrality,
            @Nullable Integer rank,
            Instant asOf) {}

    /**
     * The whole network in numbers, all of them exact. Cities without a sister are not counted.
     *
     * @param pairs of sister cities; several partnerships of the same cities are one pair
     * @param diameter the longest of all shortest chains
     * @param meanDistance over all pairs of cities that a chain connects
     * @param connectedShare the share of all pairs of cities that a chain connects
     */
    record Statistics(
            int cities,
            int partnerships,
            int pairs,
            int countries,
            int components,
            int largestComponent,
            int diameter,
            double meanDistance,
            double connectedShare,
            Instant asOf) {}
}
