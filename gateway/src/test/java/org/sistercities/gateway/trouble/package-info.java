@NullMarked
package org.sistercities.gateway.trouble;

import org.jspecify.annotations.NullMarked;
