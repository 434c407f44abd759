/** The embedded Kafka: the real broker, as one KRaft node in this process, with its data on disk. */
@NullMarked
package org.sistercities.backing.kafka;

import org.jspecify.annotations.NullMarked;
