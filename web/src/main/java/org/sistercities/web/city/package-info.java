/** City Search and the pages of cities. */
@NullMarked
package org.sistercities.web.city;

import org.jspecify.annotations.NullMarked;
