/** Which instance of a service a request gets to. */
package org.sistercities.gateway.routing;
