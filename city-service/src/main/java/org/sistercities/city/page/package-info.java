/** A city's page: what the other rooms know about one city, in one answer. */
@NullMarked
package org.sistercities.city.page;

import org.jspecify.annotations.NullMarked;
