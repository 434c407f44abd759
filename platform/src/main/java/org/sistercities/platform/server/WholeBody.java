package org.sistercities.platform.server;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/** The body of a request as one array, where a file has to be there whole before it can be read. */
public final class WholeBody {
    private WholeBody() {}

    /**
     * Waits for all of it.
     *
     * @param largest in bytes; no more than this is held
     * @throws ContentTooLargeException when there is more
     */
    public static byte[] of(Flux<DataBuffer> body, int largest) {
        try {
            var joined = DataBufferUtils.join(body, largest).block();
            if (joined == null) return new byte[0];
            var bytes = new byte[joined.readableByteCount()];
            joined.read(bytes);
            DataBufferUtils.release(joined);
            return bytes;
        } catch (DataBufferLimitException e) {
            throw new ContentTooLargeException(e);
        }
    }
}
