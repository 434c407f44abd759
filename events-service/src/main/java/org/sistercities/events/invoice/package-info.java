/** Numbered invoices and credit notes: what a registration is charged, written down once and never changed. */
@NullMarked
package org.sistercities.events.invoice;

import org.jspecify.annotations.NullMarked;
