/** Public answers, kept for moments where their service allows it. */
@NullMarked
package org.sistercities.gateway.cache;

import org.jspecify.annotations.NullMarked;
