/** The seeking board: cities that want a further sister, and the handshake that alone shows two of them each other's contacts. */
@NullMarked
package org.sistercities.city.seeking;

import org.jspecify.annotations.NullMarked;
