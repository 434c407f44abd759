/** Full-text search over what is published, and what is related to it: a Lucene index in every replica. */
@NullMarked
package org.sistercities.content.search;

import org.jspecify.annotations.NullMarked;
