/** Whoever is invited answers here, by the link of their letter. */
@NullMarked
package org.sistercities.web.invitation;

import org.jspecify.annotations.NullMarked;
