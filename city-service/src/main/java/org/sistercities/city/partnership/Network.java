package org.sistercities.city.partnership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.CityDomainEvent.CityRegistered;
import org.sistercities.contracts.CityDomainEvent.CityRevised;
import org.sistercities.contracts.CityDomainEvent.MutualInterestFound;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipAnniversary;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProgressed;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;
import org.sistercities.contracts.CityDomainEvent.PartnershipReviewDue;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.stereotype.Component;

/**
 * All partnerships in this replica's memory, by id and by city. Loaded from the database at start and kept fresh by the topic's
 * tail: an event says that a partnership has taken a step; what it looks like now is read from the database, unless this replica
 * knows that step already. Of two states of a partnership the one with the higher revision stays.
 */
@Component
public class Network {
    private final AggregateStore<Partnership> partnerships;
    private final Map<String, PartnershipSummary> byId = new ConcurrentHashMap<>(1 << 15);
    private final Map<String, List<String>> idsByCity = new ConcurrentHashMap<>(1 << 15);
    private final Map<String, Integer> standingByCity = new ConcurrentHashMap<>(1 << 15);
    private final AtomicLong changes = new AtomicLong();

    Network(AggregateStore<Partnership> partnerships) {
        this.partnerships = partnerships;
    }

    public Optional<PartnershipSummary> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The partnerships a city is party of, ordered by id. */
    public List<PartnershipSummary> of(String cityId) {
        return idsByCity.getOrDefault(cityId, List.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** How many partnerships of a city stand. */
    public int countStanding(String cityId) {
        return standingByCity.getOrDefault(cityId, 0);
    }

    public int count() {
        return byId.size();
    }

    /** All of them, in no particular order; while it is gone through, newer states may show. */
    public Collection<PartnershipSummary> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Grows with every change this replica learns of, after it can be seen: what was made of an equal count is still right. */
    public long changes() {
        return changes.get();
    }

    /** Takes over what this replica has just stored or read; returns it. */
    public Stored<Partnership> saw(Stored<Partnership> stored) {
        var seen = PartnershipSummary.of(stored);
        var now = byId.compute(seen.id(), (id, known) -> {
            if (known == null) seen.cityIds().forEach(city -> idsByCity.merge(city, List.of(id), Network::joined));
            if (known != null && !seen.isNewerThan(known)) return known;
            int more = standing(seen) - (known == null ? 0 : standing(known));
            if (more != 0) seen.cityIds().forEach(city -> standingByCity.merge(city, more, Integer::sum));
            return seen;
        });
        if (now.equals(seen)) changes.incrementAndGet();
        return stored;
    }

    private static int standing(PartnershipSummary partnership) {
        return partnership.status().isStanding() ? 1 : 0;
    }

    void load() {
        partnerships.forEach(this::saw);
    }

    /** Only of a partnership's step the message's key is a partnership's id. */
    void on(Delivered<CityDomainEvent> delivered) {
        switch (delivered.event()) {
            case PartnershipProposed _,
                    PartnershipAgreed _,
                    PartnershipPartlySigned _,
                    PartnershipSigned _,
                    PartnershipRecorded _,
                    PartnershipProgressed _,
                    PartnershipStandingChanged _,
                    PartnershipEnded _ -> read(delivered);
            case SeekingPosted _,
                    SeekingWithdrawn _,
                    MutualInterestFound _,
                    PartnershipAnniversary _,
                    PartnershipReviewDue _,
                    CityRegistered _,
                    CityRevised _ -> {}
        }
    }

    private void read(Delivered<CityDomainEvent> delivered) {
        var known = byId.get(delivered.aggregateId());
        if (known != null && known.steps() >= delivered.sequence()) return;
        partnerships.find(delivered.aggregateId()).ifPresent(this::saw);
    }

    private static List<String> joined(List<String> ids, List<String> more) {
        var all = new ArrayList<String>(ids.size() + more.size());
        all.addAll(ids);
        all.addAll(more);
        all.sort(null);
        return all;
    }
}
