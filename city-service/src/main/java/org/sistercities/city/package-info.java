/** City Search over every city, partnerships and how they are signed. */
@NullMarked
package org.sistercities.city;

import org.jspecify.annotations.NullMarked;
