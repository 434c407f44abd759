package org.sistercities.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.quickstart.process.JavaProcess;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunLockTest {
    @TempDir
    Path folder;

    @Test
    void the_second_is_told_who_was_first() {
        try (var lock = RunLock.take(file())) {
            lock.say("pid 1, http://localhost:1");
            lock.say("pid 2");
            assertThatExceptionOfType(RunLock.AlreadyRunning.class)
                    .isThrownBy(() -> RunLock.take(file()))
                    .withMessage("Already running: pid 2");
        }
    }

    @Test
    void when_the_first_is_killed_the_lock_is_free() throws Exception {
        var other = JavaProcess.start(Holder.class, file().toString());
        assertThat(other.readLine()).isEqualTo("taken");
        assertThatExceptionOfType(RunLock.AlreadyRunning.class)
                .isThrownBy(() -> RunLock.take(file()))
                .withMessageContaining("the other process");
        other.kill();
        RunLock.take(file()).close();
    }

    private Path file() {
        return folder.resolve("lock");
    }

    /** Takes the lock and stays. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            var lock = RunLock.take(Path.of(arguments[0]));
            lock.say("the other process");
            System.out.println("taken");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
