/** Who calls and what they may do: roles and grants from the access token, every endpoint classified. */
@NullMarked
package org.sistercities.platform.security;

import org.jspecify.annotations.NullMarked;
