package org.sistercities.city.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Every city in short, in memory. Empty until the replica is ready. */
@Component
public class Cities implements CityVisitor {
    private final Map<String, CitySummary> byId = new ConcurrentHashMap<>(1 << 16);
    private final AtomicLong changes = new AtomicLong();

    public Optional<CitySummary> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, in no particular order. */
    public Collection<CitySummary> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public int count() {
        return byId.size();
    }

    /** Grows with every change, after it can be seen: what was made of an equal count is still right. */
    public long changes() {
        return changes.get();
    }

    @Override
    public void begin() {
        byId.clear();
        changes.incrementAndGet();
    }

    @Override
    public void visit(CitySummary summary, City city) {
        byId.put(summary.id(), summary);
        changes.incrementAndGet();
    }

    @Override
    public void end() {}
}
