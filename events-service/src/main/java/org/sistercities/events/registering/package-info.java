/** What guests and the events team ask of registrations over HTTP. */
@NullMarked
package org.sistercities.events.registering;

import org.jspecify.annotations.NullMarked;
