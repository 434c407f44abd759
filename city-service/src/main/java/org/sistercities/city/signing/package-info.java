/** What all sides sign: one text in their languages, signatures that form a chain, and sessions to sign in by video. */
@NullMarked
package org.sistercities.city.signing;

import org.jspecify.annotations.NullMarked;
