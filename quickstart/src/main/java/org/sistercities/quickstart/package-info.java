/** What {@code ./start} runs: the whole system on one machine, started, watched and stopped together. */
@NullMarked
package org.sistercities.quickstart;

import org.jspecify.annotations.NullMarked;
