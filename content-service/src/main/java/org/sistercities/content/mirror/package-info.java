/** Small collections that every replica has in its memory. */
@NullMarked
package org.sistercities.content.mirror;

import org.jspecify.annotations.NullMarked;
