package org.sistercities.platform.security;

import java.util.Optional;

/**
 * Another way than an access token to say who one is: credentials of a service's own under a scheme of their own, as in
 * {@code Authorization: Device …}. A bean of this type is asked by the filter chain.
 */
public interface CallerScheme {

    /** As it stands in the header, such as {@code Device}. */
    String name();

    /** Whose credentials these are; may take its time. Empty when they are nobody's, or nobody's any more: then 401. */
    Optional<Caller> caller(String credentials);
}
