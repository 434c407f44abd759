package org.sistercities.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A service's instances, in turn. One that failed is passed over for a while, unless all have. */
final class Instances {
    private final List<Instance> all;
    private final Duration rest;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<URI> addresses, Duration rest, LongSupplier nanoTime) {
        this.all = addresses.stream()
                .map(address -> new Instance(address, new AtomicLong(nanoTime.getAsLong())))
                .toList();
        this.rest = rest;
        this.nanoTime = nanoTime;
        if (all.isEmpty()) throw new IllegalArgumentException("A service without any instance");
    }

    /** One of the processes of a service. */
    record Instance(URI address, AtomicLong restsUntil) {
        boolean isUp(long now) {
            return restsUntil.get() - now <= 0;
        }
    }

    Instance next() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        long now = nanoTime.getAsLong();
        for (int i = 0; i < all.size(); i++) {
            var instance = all.get((first + i) % all.size());
            if (instance.isUp(now)) return instance;
        }
        return all.get(first);
    }

    void failed(Instance instance) {
        instance.restsUntil().set(nanoTime.getAsLong() + rest.toNanos());
    }
}
