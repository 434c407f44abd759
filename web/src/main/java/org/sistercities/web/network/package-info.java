/** What the network knows: the shortest chain between two cities. */
@NullMarked
package org.sistercities.web.network;

import org.jspecify.annotations.NullMarked;
