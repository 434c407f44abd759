/** Stories and press releases, and the drafts that other services' events start. */
@NullMarked
package org.sistercities.content;

import org.jspecify.annotations.NullMarked;
