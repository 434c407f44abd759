/** Galas: quotas, ticket types and registrations without one seat oversold. */
@NullMarked
package org.sistercities.events;

import org.jspecify.annotations.NullMarked;
