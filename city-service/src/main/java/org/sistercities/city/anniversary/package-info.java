/** Anniversaries of partnerships and reviews that are due: which come when, and told to the world on their day. */
@NullMarked
package org.sistercities.city.anniversary;

import org.jspecify.annotations.NullMarked;
