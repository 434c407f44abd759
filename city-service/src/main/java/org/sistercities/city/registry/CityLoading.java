package org.sistercities.city.registry;

import java.time.Duration;
import java.util.List;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * At start, beside the running server: makes sure the gazetteer is in the database, then shows every city to the visitors; after
 * that, those that come or change, whichever replica was told.
 */
@Component
class CityLoading {
    private static final Logger log = LoggerFactory.getLogger(CityLoading.class);

    private final Gazetteer gazetteer;
    private final AggregateStore<City> cities;
    private final Countries countries;
    private final List<CityVisitor> visitors;

    CityLoading(Gazetteer gazetteer, AggregateStore<City> cities, Countries countries, List<CityVisitor> visitors) {
        this.gazetteer = gazetteer;
        this.cities = cities;
        this.countries = countries;
        this.visitors = visitors;
    }

    void load() {
        gazetteer.loadOnce();
        long start = System.nanoTime();
        visitors.forEach(CityVisitor::begin);
        cities.forEach(this::show);
        visitors.forEach(CityVisitor::end);
        log.info("Cities read and indexed in {}", Duration.ofNanos(System.nanoTime() - start));
    }

    void on(Delivered<CityDomainEvent> delivered) {
        switch (delivered.event()) {
            case CityRegistered _, CityRevised _ -> show(delivered.aggregateId());
            case PartnershipProposed _,
                    PartnershipAgreed _,
                    PartnershipPartlySigned _,
                    PartnershipSigned _,
                    PartnershipRecorded _,
                    PartnershipProgressed _,
                    PartnershipStandingChanged _,
                    PartnershipEnded _,
                    SeekingPosted _,
                    SeekingWithdrawn _,
                    MutualInterestFound _,
                    PartnershipAnniversary _,
                    PartnershipReviewDue _ -> {} // of partnerships and listings, which others follow
        }
    }

    private void show(String id) {
        cities.find(id).ifPresent(this::show);
    }

    private void show(Stored<City> city) {
        var summary = CitySummary.of(city.id(), city.state(), countries);
        for (var visitor : visitors) visitor.visit(summary, city.state());
    }
}
