/** What the cities that stories name are called today, as city-service tells it. */
@NullMarked
package org.sistercities.content.names;

import org.jspecify.annotations.NullMarked;
