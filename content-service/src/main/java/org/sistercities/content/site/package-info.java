/** Where visitors find what this service publishes. */
@NullMarked
package org.sistercities.content.site;

import org.jspecify.annotations.NullMarked;
