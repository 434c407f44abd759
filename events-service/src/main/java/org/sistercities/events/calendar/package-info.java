/** Events as iCalendar, for the calendars of guests and of whoever follows the network. */
@NullMarked
package org.sistercities.events.calendar;

import org.jspecify.annotations.NullMarked;
