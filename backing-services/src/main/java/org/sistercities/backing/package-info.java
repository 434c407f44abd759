/** A MongoDB and a Kafka for tests and quickstart: containers when a Docker engine answers, embedded otherwise. */
@NullMarked
package org.sistercities.backing;

import org.jspecify.annotations.NullMarked;
