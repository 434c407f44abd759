/** What other programs read of us: feeds and sitemaps. */
@NullMarked
package org.sistercities.content.feeds;

import org.jspecify.annotations.NullMarked;
