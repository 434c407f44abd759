/** City Search: "Find your city's sister!" over an index that every replica holds itself. */
@NullMarked
package org.sistercities.city.search;

import org.jspecify.annotations.NullMarked;
