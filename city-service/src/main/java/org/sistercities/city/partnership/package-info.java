/** Partnerships of cities: proposed, agreed, signed; and the whole network of them in every replica's memory. */
@NullMarked
package org.sistercities.city.partnership;

import org.jspecify.annotations.NullMarked;
