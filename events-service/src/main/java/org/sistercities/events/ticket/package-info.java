/** Signed tickets, one for each guest: issued, shown as QR codes, and read by whoever has the public keys. */
@NullMarked
package org.sistercities.events.ticket;

import org.jspecify.annotations.NullMarked;
