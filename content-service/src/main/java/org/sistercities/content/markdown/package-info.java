/** Markdown in, HTML out that executes nothing, whatever was written. */
@NullMarked
package org.sistercities.content.markdown;

import org.jspecify.annotations.NullMarked;
