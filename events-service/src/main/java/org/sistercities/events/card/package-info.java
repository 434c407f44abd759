/** What guests wear and where they sit: badges and name cards to be printed. */
@NullMarked
package org.sistercities.events.card;

import org.jspecify.annotations.NullMarked;
