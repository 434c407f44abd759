/** How an event fills, at a glance: counted in memory, in step with the topic. */
@NullMarked
package org.sistercities.events.dashboard;

import org.jspecify.annotations.NullMarked;
