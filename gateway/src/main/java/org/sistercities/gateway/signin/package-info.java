/** Who makes a request: sessions of browsers, tokens of programs. */
@NullMarked
package org.sistercities.gateway.signin;

import org.jspecify.annotations.NullMarked;
