/** Who comes: the events team's guest list, searched, filtered and exported, and the door's search by name. */
@NullMarked
package org.sistercities.events.guests;

import org.jspecify.annotations.NullMarked;
