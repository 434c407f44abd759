/** Services that halt after a chosen step of a protocol, without a line in them that knows of it. */
package org.sistercities.system.crash;
