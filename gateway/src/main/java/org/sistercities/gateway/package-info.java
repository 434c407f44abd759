/** The one door for web clients: sends each request to the service it is for, and says so properly when that fails. */
@NullMarked
package org.sistercities.gateway;

import org.jspecify.annotations.NullMarked;
