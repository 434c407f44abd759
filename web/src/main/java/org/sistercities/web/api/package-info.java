/** The APIs as the site asks them, always through the gateway. */
@NullMarked
package org.sistercities.web.api;

import org.jspecify.annotations.NullMarked;
