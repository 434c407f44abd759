/** The events the network has announced, as events-service tells of them. */
@NullMarked
package org.sistercities.content.calendar;

import org.jspecify.annotations.NullMarked;
