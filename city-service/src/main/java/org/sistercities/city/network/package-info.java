/** The network as a graph: how far two cities are apart, what hangs together, which cities are central. */
@NullMarked
package org.sistercities.city.network;

import org.jspecify.annotations.NullMarked;
