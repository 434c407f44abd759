/** Parties and their places: registering without one seat oversold, and finishing what a crash left half done. */
@NullMarked
package org.sistercities.events.registration;

import org.jspecify.annotations.NullMarked;
