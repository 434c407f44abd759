package org.sistercities.gateway.shared;

/** Where the gateway keeps what it must remember from one request to the next. */
public enum Store {
    /** In this replica's memory. */
    LOCAL,
    /** In Redis, for all replicas. */
    REDIS
}
