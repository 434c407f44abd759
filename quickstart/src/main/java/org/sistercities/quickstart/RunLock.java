package org.sistercities.quickstart;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One quick start a data folder. The operating system drops the lock when its holder ends, however it ends; the text in the
 * file only tells others who holds it.
 */
final class RunLock implements AutoCloseable {
    private static final long FAR_BEHIND_THE_TEXT = 1L << 20; // locked there, so that others may read the text
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws AlreadyRunning when another process has it
     */
    static RunLock take(Path file) {
        try {
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (tryLock(channel) == null) {
                var holder = read(channel);
                channel.close();
                throw new AlreadyRunning(holder);
            }
            return new RunLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whoever finds the lock taken. */
    void say(String who) {
        try {
            channel.truncate(0).write(StandardCharsets.UTF_8.encode(who), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(FAR_BEHIND_THE_TEXT, 1, false);
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(1_000);
        channel.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString();
    }

    /** The data folder belongs to a quick start that is still there. */
    static final class AlreadyRunning extends Refused {
        AlreadyRunning(String holder) {
            super("Already running: " + holder);
        }
    }
}
