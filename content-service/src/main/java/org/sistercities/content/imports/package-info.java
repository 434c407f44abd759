/** Stories that other systems exported: read within bounds, never from the network, and laid on the desk as drafts. */
@NullMarked
package org.sistercities.content.imports;

import org.jspecify.annotations.NullMarked;
