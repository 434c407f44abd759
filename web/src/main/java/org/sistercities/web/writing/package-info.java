/** Stories, press releases and pages as they are written, judged and published, with their pictures; scripts only add a preview. */
@NullMarked
package org.sistercities.web.writing;

import org.jspecify.annotations.NullMarked;
