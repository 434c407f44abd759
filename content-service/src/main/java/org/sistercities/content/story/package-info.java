/** Stories and press releases: writing, publishing and reading them. */
@NullMarked
package org.sistercities.content.story;

import org.jspecify.annotations.NullMarked;
