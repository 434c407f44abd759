/** A MongoDB and a Kafka for tests and quickstart. */
@NullMarked
package org.sistercities.backing;

import org.jspecify.annotations.NullMarked;
