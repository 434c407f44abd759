/** The world on paper: Equal Earth, great circles, and the maps drawn with them. */
@NullMarked
package org.sistercities.web.map;

import org.jspecify.annotations.NullMarked;
