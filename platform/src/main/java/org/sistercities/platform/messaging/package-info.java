/** Kafka as the services see it: CloudEvents out and in, back-off, dead letters, and tails that keep a replica's memory fresh. */
@NullMarked
package org.sistercities.platform.messaging;

import org.jspecify.annotations.NullMarked;
