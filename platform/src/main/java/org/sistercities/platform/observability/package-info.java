/** Metrics, traces, logs and defaults every service shares. */
@NullMarked
package org.sistercities.platform.observability;

import org.jspecify.annotations.NullMarked;
