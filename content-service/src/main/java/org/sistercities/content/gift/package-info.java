/** Gifts to the network: promised or paid by card, settled once, receipted, and counted for the campaigns they are for. */
@NullMarked
package org.sistercities.content.gift;

import org.jspecify.annotations.NullMarked;
