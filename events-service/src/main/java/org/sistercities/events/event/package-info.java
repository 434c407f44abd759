/** The event itself: what is on, where and when, which tickets there are, and what a party may have of them. */
@NullMarked
package org.sistercities.events.event;

import org.jspecify.annotations.NullMarked;
