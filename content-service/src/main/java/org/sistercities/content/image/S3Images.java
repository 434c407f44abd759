package org.sistercities.content.image;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.utils.Md5Utils;

/** Images in a bucket of an S3-compatible store; those uploaded before there was one are still where they were. */
final class S3Images implements ImageStore {
    private static final Logger log = LoggerFactory.getLogger(S3Images.class);

    /** No key of GridFS begins so. */
    private static final String OURS = "images/";

    private final S3Client s3;
    private final String bucket;
    private final ImageStore before;

    S3Images(S3Client s3, String bucket, ImageStore before) {
        this.s3 = s3;
        this.bucket = bucket;
        this.before = before;
    }

    /** Whoever has lost the answer, or half of an upload, puts it again under the same key: there is one object. */
    @Override
    public String put(String name, byte[] bytes) {
        var key = OURS + name;
        try {
            s3.putObject(
                    put -> put.bucket(bucket).key(key).contentMD5(Md5Utils.md5AsBase64(bytes)),
                    RequestBody.fromBytes(bytes));
            return key;
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        if (!key.startsWith(OURS)) return before.get(key);
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public void remove(String key) {
        if (!key.startsWith(OURS)) {
            before.remove(key);
            return;
        }
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw away(e);
        }
    }

    /** Wrong keys or a missing bucket look to visitors like a store that is down; the log tells which. */
    private static ImagesAway away(SdkException e) {
        log.warn("The store of images: {}", e.toString());
        return new ImagesAway();
    }
}
