/** How often a client may ask. */
package org.sistercities.gateway.limits;
