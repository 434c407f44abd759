package org.sistercities.city.page;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercities.city.page.CityPage.PastStep;
import org.sistercities.city.page.CityPage.Sister;
import org.sistercities.city.partnership.Milestone;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.partnership.PartnershipItem.PartyItem;
import org.sistercities.city.partnership.PartnershipSummary;
import org.sistercities.city.partnership.Status;

/** The partnerships of a city as its page shows them. */
record Bonds(String cityId, List<Bond> all) {
    private static final int LONGEST_TIMELINE = 50;

    /** One of them, for the page and with what it has come through. */
    record Bond(PartnershipItem item, List<Milestone> milestones) {

        static Bond of(PartnershipSummary summary, PartnershipItem item) {
            return new Bond(item, summary.milestones());
        }
    }

    List<PartnershipItem> items() {
        return all.stream().map(Bond::item).toList();
    }

    Map<Status, List<PartnershipItem>> byStatus() {
        return items().stream()
                .collect(groupingBy(PartnershipItem::status, () -> new EnumMap<>(Status.class), toList()));
    }

    /** The cities at the other side of what stands, by name. */
    List<Sister> sisters() {
        return items().stream()
                .filter(item -> item.status().isStanding())
                .flatMap(item -> others(item).map(city -> Sister.of(city, item)))
                .sorted(comparing(Sister::name).thenComparing(Sister::partnershipId))
                .toList();
    }

    /** The newest steps first; those nobody knows the date of come last. */
    List<PastStep> timeline() {
        return all.stream()
                .flatMap(this::steps)
                .sorted(comparing(PastStep::on, nullsFirst(naturalOrder())).reversed())
                .limit(LONGEST_TIMELINE)
                .toList();
    }

    private Stream<PastStep> steps(Bond bond) {
        var with = others(bond.item()).toList();
        return bond.milestones().reversed().stream()
                .map(milestone -> PastStep.of(milestone, bond.item().id(), with));
    }

    private Stream<PartyItem> others(PartnershipItem item) {
        return item.parties().stream().filter(party -> !party.cityId().equals(cityId));
    }
}
