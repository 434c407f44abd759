/** Maps, measured. */
package org.sistercities.web.map;
