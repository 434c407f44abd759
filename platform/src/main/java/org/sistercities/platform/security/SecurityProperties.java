package org.sistercities.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens say who somebody is.
 *
 * @param rolesClaim path of the claim that lists roles, with dots for nesting, such as {@code realm_access.roles}
 */
@ConfigurationProperties("sistercities.security")
public record SecurityProperties(@DefaultValue("roles") String rolesClaim) {}
