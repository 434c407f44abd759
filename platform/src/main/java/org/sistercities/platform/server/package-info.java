/** The HTTP server under every service and the gateway. */
@NullMarked
package org.sistercities.platform.server;

import org.jspecify.annotations.NullMarked;
