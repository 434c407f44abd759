/** The codes of an event: what they open or make cheaper, and how often they may be used. */
@NullMarked
package org.sistercities.events.code;

import org.jspecify.annotations.NullMarked;
