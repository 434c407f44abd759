/** The money that has come for registrations, and what becomes of it: kept, put aside, or sent back. */
@NullMarked
package org.sistercities.events.payment;

import org.jspecify.annotations.NullMarked;
