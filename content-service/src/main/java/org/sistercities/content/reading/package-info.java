/** What visitors read: published stories, from this replica's memory. */
@NullMarked
package org.sistercities.content.reading;

import org.jspecify.annotations.NullMarked;
