/** The desk of those who act for a city: its listing, its proposals, and each step of its partnerships up to the signing. */
@NullMarked
package org.sistercities.web.representative;

import org.jspecify.annotations.NullMarked;
