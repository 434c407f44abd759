/** Lists in pages, each of which says where the next one starts. */
@NullMarked
package org.sistercities.events.paging;

import org.jspecify.annotations.NullMarked;
