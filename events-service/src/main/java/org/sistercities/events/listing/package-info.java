/** What visitors see: the list of events, and an event's page with what is left of its tickets. */
@NullMarked
package org.sistercities.events.listing;

import org.jspecify.annotations.NullMarked;
