/** Getting requests to services: what clients are told when a service is dead or slow. */
@NullMarked
package org.sistercities.gateway.routing;

import org.jspecify.annotations.NullMarked;
