/** The front page as editors arrange it: editions, their slots, and from when on visitors see them. */
@NullMarked
package org.sistercities.web.frontpage;

import org.jspecify.annotations.NullMarked;
