/** Refusals and how they look over HTTP: RFC 9457 problems, nowhere else. */
@NullMarked
package org.sistercities.platform.problem;

import org.jspecify.annotations.NullMarked;
