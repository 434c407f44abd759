package org.sistercities.contracts;

import java.util.List;

/** The topics, one per service. Twelve partitions from day one: adding some later would move keys. */
public final class Topics {
    public static final String CITY = "sistercities.city";
    public static final String CONTENT = "sistercities.content";
    public static final String EVENTS = "sistercities.events";
    public static final List<String> ALL = List.of(CITY, CONTENT, EVENTS);
    public static final int PARTITIONS = 12;

    private Topics() {}
}
