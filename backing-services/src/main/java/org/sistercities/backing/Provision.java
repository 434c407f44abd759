package org.sistercities.backing;

/** How the backing services are provided. */
public enum Provision {
    /** In containers when a Docker engine answers and no data is to be kept, embedded otherwise. */
    AUTO,
    /** In this process. */
    EMBEDDED,
    /** In containers; fails when no Docker engine answers. */
    CONTAINERS
}
