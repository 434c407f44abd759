package org.sistercities.backing.mongo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.sistercities.backing.mongo.Journal.Change;

/** The journal on disk: one file a checkpoint, holding what was written after it. */
final class JournalFiles implements AutoCloseable {
    private final Path directory;
    private long oldest;
    private long generation;
    private FileChannel current;
    private long size;

    /** Goes on after a checkpoint: files up to its generation are no longer needed. */
    JournalFiles(Path directory, long oldest, long generation) {
        this.directory = directory;
        this.oldest = oldest;
        this.generation = generation;
        this.current = create(generation);
        forgetOld();
    }

    /** Hands each change of the files from a generation on to its user, up to the first record that is not whole. */
    static long replay(Path directory, long from, Consumer<Change> change) {
        long generation = from;
        for (; Files.exists(file(directory, generation)); generation++) {
            try {
                replay(Unpooled.wrappedBuffer(Files.readAllBytes(file(directory, generation))), change);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return generation;
    }

    private static void replay(ByteBuf records, Consumer<Change> change) {
        while (records.readableBytes() > 8) {
            int length = records.readInt();
            int checksum = records.readInt();
            if (length <= 0
                    || length > records.readableBytes()
                    || checksum != Journal.checksum(records, records.readerIndex(), length)) {
                return; // the process died while writing it, so nobody was told it was written
            }
            var record = records.readSlice(length);
            while (record.isReadable()) {
                change.accept(Change.read(record));
            }
        }
    }

    /** Returns when the operating system has the records. */
    void append(ByteBuf records) {
        try {
            ByteBuffer bytes = records.nioBuffer();
            while (bytes.hasRemaining()) {
                size += current.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the file of the next generation. */
    void next() {
        close();
        generation++;
        size = 0;
        current = create(generation);
    }

    /** Deletes the files before the current one. */
    void forgetOld() {
        try {
            for (; oldest < generation; oldest++) {
                Files.deleteIfExists(file(directory, oldest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long generation() {
        return generation;
    }

    long size() {
        return size;
    }

    private FileChannel create(long number) {
        try {
            return FileChannel.open(
                    file(directory, number),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path directory, long number) {
        return directory.resolve("journal." + number);
    }

    @Override
    public void close() {
        try {
            current.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
