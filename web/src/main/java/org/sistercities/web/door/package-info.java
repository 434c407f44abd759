/** The page a phone at the door works with; what it does is in its script, which asks the APIs as the device. */
@NullMarked
package org.sistercities.web.door;

import org.jspecify.annotations.NullMarked;
