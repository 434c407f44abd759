@NullMarked
package org.sistercities.gateway.signin;

import org.jspecify.annotations.NullMarked;
