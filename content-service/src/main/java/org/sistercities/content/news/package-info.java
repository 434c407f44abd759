/** What happens elsewhere in the network and deserves a story: drafts that other services' events start. */
@NullMarked
package org.sistercities.content.news;

import org.jspecify.annotations.NullMarked;
