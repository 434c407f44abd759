/** What visitors see first: editors fill its slots, and say from when on. */
@NullMarked
package org.sistercities.content.frontpage;

import org.jspecify.annotations.NullMarked;
