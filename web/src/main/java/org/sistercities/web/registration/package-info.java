/** From the choice of tickets to the ticket, without JavaScript. */
@NullMarked
package org.sistercities.web.registration;

import org.jspecify.annotations.NullMarked;
