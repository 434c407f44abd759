package org.sistercities.content.editing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What makes preview links nobody can guess.
 *
 * @param previewSecret the same for all replicas, at least 32 characters; another one voids all links given out
 */
@Validated
@ConfigurationProperties("sistercities.stories")
record PreviewProperties(@NotNull @Size(min = 32) String previewSecret) {}
