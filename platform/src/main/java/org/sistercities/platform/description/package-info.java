/** What a service offers over HTTP, as OpenAPI. */
@NullMarked
package org.sistercities.platform.description;

import org.jspecify.annotations.NullMarked;
