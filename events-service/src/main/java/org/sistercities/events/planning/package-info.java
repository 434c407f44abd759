/** What the events team does before the doors open: draft an event, publish it. */
@NullMarked
package org.sistercities.events.planning;

import org.jspecify.annotations.NullMarked;
