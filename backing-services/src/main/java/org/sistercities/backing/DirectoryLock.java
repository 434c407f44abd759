package org.sistercities.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second one away from a directory before it opens anything there: Kafka looks at its logs' lock only after it has opened
 * the controller's files, and two controllers over one directory end neither well nor at all. Gone with the process, however it ends.
 */
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "in-use";

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /** @throws IllegalStateException when somebody has it, in this process or another */
    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            var file = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file) != null) return new DirectoryLock(file);
            file.close();
            throw new IllegalStateException("the data in " + directory + " is in use by another");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
