package org.sistercities.content.image;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where images are kept when {@code sistercities.images.store} is {@code s3}.
 *
 * @param endpoint absent for Amazon's own of the region
 * @param bucket it must be there
 * @param pathStyle whether the bucket is named in the path rather than in the host's name
 * @param patience with one answer; it is asked for three times
 */
@Validated
@ConfigurationProperties("sistercities.images.s3")
record S3Properties(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @NotBlank String bucket,
        @DefaultValue("true") boolean pathStyle,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("5s") Duration patience) {

    /** Without the keys, as it may be printed. */
    @Override
    public String toString() {
        return "%s of %s in %s".formatted(bucket, endpoint, region);
    }
}
