/** Cities that look for a further sister, as everybody sees them. */
@NullMarked
package org.sistercities.web.seeking;

import org.jspecify.annotations.NullMarked;
