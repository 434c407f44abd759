/** The development issuer: an OAuth2 authorization server that lives in the launcher, for this machine only. */
@NullMarked
package org.sistercities.quickstart.issuer;

import org.jspecify.annotations.NullMarked;
