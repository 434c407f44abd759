package org.sistercities.content.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/** An export that comes in as the body of a request. */
final class Upload {

    private Upload() {}

    /**
     * The file it was written to, which is the caller's to delete.
     *
     * @throws ContentTooLargeException when it has more bytes
     */
    static Path received(Flux<DataBuffer> body, long mostBytes) throws IOException {
        var file = Files.createTempFile("stories-", ".import");
        try {
            DataBufferUtils.write(limited(body, mostBytes), file).block();
            return file;
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Flux<DataBuffer> limited(Flux<DataBuffer> body, long mostBytes) {
        var bytes = new AtomicLong();
        return body.map(buffer -> {
            if (bytes.addAndGet(buffer.readableByteCount()) <= mostBytes) return buffer;
            DataBufferUtils.release(buffer);
            throw new ContentTooLargeException(null);
        });
    }
}
