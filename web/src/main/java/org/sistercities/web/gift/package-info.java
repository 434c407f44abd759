/** Giving, from the form to the receipt. */
@NullMarked
package org.sistercities.web.gift;

import org.jspecify.annotations.NullMarked;
