/** The standing partnerships for others to use: as a list, on a map, as linked data; streamed. */
@NullMarked
package org.sistercities.city.exports;

import org.jspecify.annotations.NullMarked;
