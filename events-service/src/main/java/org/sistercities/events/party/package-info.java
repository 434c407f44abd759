/** A registration: one party, what it has asked for, where it stands, and every step that may follow. */
@NullMarked
package org.sistercities.events.party;

import org.jspecify.annotations.NullMarked;
