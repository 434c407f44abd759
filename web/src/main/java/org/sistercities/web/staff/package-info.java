/** Who has signed in, and the APIs asked in their name; what they may do, the services decide. */
@NullMarked
package org.sistercities.web.staff;

import org.jspecify.annotations.NullMarked;
