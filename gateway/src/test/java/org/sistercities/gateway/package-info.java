/** The gateway before stub services on loopback: what it promises is seen on the wire. */
package org.sistercities.gateway;
