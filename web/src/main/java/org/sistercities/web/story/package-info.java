/** Stories, press releases and pages for reading. */
@NullMarked
package org.sistercities.web.story;

import org.jspecify.annotations.NullMarked;
