/** The front page. */
@NullMarked
package org.sistercities.web.front;

import org.jspecify.annotations.NullMarked;
