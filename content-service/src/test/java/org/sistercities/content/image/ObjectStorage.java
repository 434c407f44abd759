package org.sistercities.content.image;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3-compatible store in memory that checks signatures, at the end of a line on which things go wrong. */
final class ObjectStorage {
    static final String BUCKET = "pictures";
    static final String ACCESS_KEY = "content-service";
    static final String SECRET_KEY = "what only the two of them know";

    /** However busy the machine is. */
    static final Duration PATIENT = Duration.ofMinutes(1);

    private final S3Proxy server;
    private final Wire wire;
    private final S3Client besides;

    ObjectStorage() throws Exception {
        server = S3Proxy.builder()
                .blobStore(BlobStores.create("transient-nio2", new Properties()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        server.start();
        wire = new Wire(server.getPort());
        besides = S3Configuration.client(properties(server.getPort(), SECRET_KEY, PATIENT));
        besides.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    URI endpoint() {
        return endpoint(wire.port());
    }

    void has(Wire.Fault fault) {
        wire.becomes(fault);
    }

    S3Images images(ImageStore before, String secret, Duration patience) {
        return new S3Images(S3Configuration.client(properties(wire.port(), secret, patience)), BUCKET, before);
    }

    /** What lies there, seen from the other side of the line. */
    List<S3Object> objects() {
        return besides.listObjectsV2(list -> list.bucket(BUCKET)).contents();
    }

    void close() throws Exception {
        wire.close();
        server.stop();
    }

    private static S3Properties properties(int port, String secret, Duration patience) {
        return new S3Properties(endpoint(port), "us-east-1", BUCKET, true, ACCESS_KEY, secret, patience);
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
