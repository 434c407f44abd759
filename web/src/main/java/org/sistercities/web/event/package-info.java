/** Events: the list, and each one's invitation card. */
@NullMarked
package org.sistercities.web.event;

import org.jspecify.annotations.NullMarked;
