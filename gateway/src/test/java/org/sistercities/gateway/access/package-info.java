/** What a line about a request says, and what it never says. */
package org.sistercities.gateway.access;
