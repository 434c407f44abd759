/** Which cities would make good sisters, with reasons a person can read, for and against. */
@NullMarked
package org.sistercities.city.matches;

import org.jspecify.annotations.NullMarked;
