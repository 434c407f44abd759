/** The sample data, sent through the gateway like anybody's. */
@NullMarked
package org.sistercities.quickstart.sample;

import org.jspecify.annotations.NullMarked;
