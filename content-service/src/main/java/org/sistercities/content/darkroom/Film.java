package org.sistercities.content.darkroom;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file as decoders read it, which tears when one takes too much: memory, time, or bytes behind the end. Decoders of bit streams
 * believe what they read. A WebP file of 34 bytes kept one busy for minutes with what it thought was behind them, and one
 * of 160 KB can ask for 65,536 tables. All of them come back here for more, so here they are stopped.
 */
final class Film extends ImageInputStreamImpl {
    private static final long MOST_MEMORY = 256_000_000; // bytes allocated since the beginning, garbage included
    private static final long MOST_TIME = 20_000_000_000L; // ns of CPU
    private static final int MOST_BEHIND_THE_END = 10_000; // reads: some look a little ahead
    private static final int LOOK_EVERY = 256; // reads

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long memory = threads.getCurrentThreadAllocatedBytes();
    private final long time = threads.getCurrentThreadCpuTime();
    private final byte[] bytes;
    private int behindTheEnd;
    private int reads;

    Film(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (isAtEnd()) return -1;
        return Byte.toUnsignedInt(bytes[(int) streamPos++]);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (isAtEnd()) return -1;
        int read = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private boolean isAtEnd() {
        if (++reads % LOOK_EVERY == 0) look();
        if (streamPos < bytes.length) return false;
        if (++behindTheEnd > MOST_BEHIND_THE_END) throw new IllegalStateException("Nothing comes any more");
        return true;
    }

    private void look() {
        if (threads.getCurrentThreadAllocatedBytes() - memory > MOST_MEMORY)
            throw new IllegalStateException("Takes too much memory");
        if (threads.getCurrentThreadCpuTime() - time > MOST_TIME) throw new IllegalStateException("Takes too long");
    }
}
