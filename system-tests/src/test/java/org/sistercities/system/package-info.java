/** The whole system, from outside: processes, HTTP through the gateway, kill -9. */
package org.sistercities.system;
