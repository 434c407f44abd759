/** MongoDB as the services see it: collections that bring their indexes along, and outages that are told as such. */
@NullMarked
package org.sistercities.platform.database;

import org.jspecify.annotations.NullMarked;
