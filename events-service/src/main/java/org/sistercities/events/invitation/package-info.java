/** Invitations: issued one by one or from a list, answered by a personal link, and watched by the events team. */
@NullMarked
package org.sistercities.events.invitation;

import org.jspecify.annotations.NullMarked;
