/** What replicas of the gateway may share: a Redis server. */
@NullMarked
package org.sistercities.gateway.shared;

import org.jspecify.annotations.NullMarked;
