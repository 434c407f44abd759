/** What a story is, what may become of it and who may do it; no Spring, no database. */
@NullMarked
package org.sistercities.content.story;

import org.jspecify.annotations.NullMarked;
