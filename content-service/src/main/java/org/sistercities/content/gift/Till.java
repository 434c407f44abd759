package org.sistercities.content.gift;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.campaign.Thermometer;
import org.sistercities.content.gift.Offer.Anonymity;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What has come for each campaign, exactly, in this replica's memory: of each gift its last known state is counted and no other. What this
 * replica stores is counted at once, what another one stores within half a second.
 */
@Component
class Till implements Thermometer {
    private static final Logger log = LoggerFactory.getLogger(Till.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final String CHANGED = "state.changed";
    private static final int AT_ONCE = 1_000;
    private static final int MOST_NAMES = 1_000;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Box> boxes = new HashMap<>();
    private Instant newest = Instant.EPOCH.plus(CLOCKS_DIFFER);
    private boolean isComplete;

    /** What a gift counts for. */
    private record Entry(
            String campaign,
            long revision,
            Map<Currency, BigDecimal> sums,
            Anonymity anonymity,
            @Nullable Name name) {}

    private record Name(String text, Instant since) {}

    /** What is in it for one campaign. */
    private static final class Box {
        private final Map<String, Entry> gifts = new HashMap<>();
        private final Map<Currency, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    }

    @Override
    public synchronized @Nullable Level of(String campaignId) {
        if (!isComplete) return null;
        var box = boxes.get(campaignId);
        if (box == null) return new Level(List.of(), 0);
        var raised = box.sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() > 0)
                .map(sum -> new Sum(sum.getValue().toPlainString(), sum.getKey()))
                .toList();
        return new Level(raised, box.gifts.size());
    }

    @Override
    public synchronized String stamp(String campaignId) {
        var box = boxes.get(campaignId);
        return isComplete + (box == null ? "" : " " + box.sums + " " + box.gifts.size());
    }

    @Override
    public synchronized Wall wall(String campaignId) {
        var box = boxes.get(campaignId);
        if (box == null) return new Wall(List.of(), 0);
        var names = box.gifts.values().stream()
                .map(Entry::name)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Name::since).reversed())
                .map(Name::text)
                .distinct()
                .limit(MOST_NAMES)
                .toList();
        int anonymous = (int) box.gifts.values().stream()
                .filter(entry -> entry.anonymity() == Anonymity.ANONYMOUS)
                .count();
        return new Wall(names, anonymous);
    }

    synchronized Stored<Gift> saw(Stored<Gift> stored) {
        var designation = stored.state().offer().designation();
        if (designation == null || designation.kind() != Designation.Kind.CAMPAIGN) return stored;
        var before = entries.get(stored.id());
        if (before != null && before.revision() >= stored.revision()) return stored;
        var after = entry(designation.id(), stored);
        entries.put(stored.id(), after);
        var box = boxes.computeIfAbsent(designation.id(), _ -> new Box());
        if (before != null)
            before.sums().forEach((currency, sum) -> box.sums.merge(currency, sum.negate(), BigDecimal::add));
        after.sums().forEach((currency, sum) -> box.sums.merge(currency, sum, BigDecimal::add));
        if (after.sums().isEmpty()) box.gifts.remove(stored.id());
        else box.gifts.put(stored.id(), after);
        return stored;
    }

    private static Entry entry(String campaign, Stored<Gift> stored) {
        var gift = stored.state();
        var sums = new HashMap<Currency, BigDecimal>();
        for (var charge : gift.kept()) sums.merge(charge.currency(), charge.amount(), BigDecimal::add);
        var donor = gift.offer().donor();
        var name = donor != null && gift.offer().anonymity() == Anonymity.PUBLIC
                ? new Name(donor.name(), gift.at())
                : null;
        return new Entry(
                campaign, stored.revision(), Map.copyOf(sums), gift.offer().anonymity(), name);
    }

    /** Sees what was stored since the last look. */
    void look(AggregateStore<Gift> store) {
        try {
            for (var after = Dated.key(newest.minus(CLOCKS_DIFFER), ""); after != null; )
                after = lookBehind(store, after);
            complete();
        } catch (RuntimeException e) {
            log.warn("Gifts are counted at the next look: {}", e.toString());
        }
    }

    private synchronized void complete() {
        isComplete = true;
    }

    private @Nullable String lookBehind(AggregateStore<Gift> store, String key) {
        var found = store.list(gt(CHANGED, key), ascending(CHANGED), AT_ONCE);
        found.forEach(this::saw);
        if (found.isEmpty()) return null;
        var last = found.getLast().state().changed();
        newest = Dated.time(last);
        return found.size() == AT_ONCE ? last : null;
    }
}
