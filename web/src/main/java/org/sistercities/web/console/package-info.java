/** What the events team works with: an event from its draft to the evening, in plain pages; scripts only keep numbers alive. */
@NullMarked
package org.sistercities.web.console;

import org.jspecify.annotations.NullMarked;
