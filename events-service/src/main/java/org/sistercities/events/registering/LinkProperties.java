package org.sistercities.events.registering;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What makes the links of registrations nobody can guess.
 *
 * @param linkSecret the same for all replicas, at least 32 characters; whoever knows it knows every link, and another one voids
 *     all links sent
 */
@Validated
@ConfigurationProperties("sistercities.registration")
record LinkProperties(@NotNull @Size(min = 32) String linkSecret) {}
