/** Lists in pages, each of which says where the next one begins. */
@NullMarked
package org.sistercities.platform.paging;

import org.jspecify.annotations.NullMarked;
