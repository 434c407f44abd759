/** What was asked and how it went: a line for each request, without who asked. */
@NullMarked
package org.sistercities.gateway.access;

import org.jspecify.annotations.NullMarked;
