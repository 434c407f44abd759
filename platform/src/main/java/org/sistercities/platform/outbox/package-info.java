/** Moves the domain events that wait in aggregates' documents to Kafka, in order, at least once. */
@NullMarked
package org.sistercities.platform.outbox;

import org.jspecify.annotations.NullMarked;
