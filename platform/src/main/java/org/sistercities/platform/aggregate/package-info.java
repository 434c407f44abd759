/** Stores aggregates: state, domain events and idempotency records in one document, changed by compare-and-set. */
@NullMarked
package org.sistercities.platform.aggregate;

import org.jspecify.annotations.NullMarked;
