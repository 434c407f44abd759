/** The door: devices bound to one event, admissions from any number of them and from offline ones, and live counts. */
@NullMarked
package org.sistercities.events.door;

import org.jspecify.annotations.NullMarked;
