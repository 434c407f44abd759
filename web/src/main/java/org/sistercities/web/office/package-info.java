/** The desk of the network's office: memberships, lists that are imported, and what the staff have done. */
@NullMarked
package org.sistercities.web.office;

import org.jspecify.annotations.NullMarked;
