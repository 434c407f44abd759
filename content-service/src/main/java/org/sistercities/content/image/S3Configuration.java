package org.sistercities.content.image;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps images in an S3-compatible store, if configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sistercities.images.store", havingValue = "s3")
@EnableConfigurationProperties(S3Properties.class)
class S3Configuration {
    private static final int TRIES = 3;

    @Bean
    S3Client s3(S3Properties properties) {
        return client(properties);
    }

    @Bean
    ImageStore imageFiles(S3Client s3, S3Properties properties, MongoDatabaseFactory databases) {
        return new S3Images(s3, properties.bucket(), new GridFsImages(databases));
    }

    /** The newer checksums of the SDK are not asked for: many compatible stores do not know them. */
    static S3Client client(S3Properties properties) {
        var patience = properties.patience();
        var client = S3Client.builder()
                .region(Region.of(properties.region()))
                .forcePathStyle(properties.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience)
                        .socketTimeout(patience))
                .overrideConfiguration(times -> times.apiCallAttemptTimeout(patience)
                        .apiCallTimeout(patience.multipliedBy(TRIES))
                        .retryStrategy(retries -> retries.maxAttempts(TRIES)));
        endpoint(properties).ifPresent(client::endpointOverride);
        return client.build();
    }

    /** A setting that is there but empty, as docker-compose.yml has it, is none. */
    private static Optional<URI> endpoint(S3Properties properties) {
        return Optional.ofNullable(properties.endpoint()).filter(uri -> uri.getHost() != null);
    }
}
