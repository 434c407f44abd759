/** The public site: pages made on the server from what the APIs say. */
@NullMarked
package org.sistercities.web;

import org.jspecify.annotations.NullMarked;
