package org.sistercities.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TetherTest {
    @TempDir
    Path logs;

    @Test
    void children_and_their_children_end_when_their_launcher_is_killed() throws Exception {
        var launcher = JavaProcess.start(Launcher.class, logs.toString());
        var family = Stream.of(launcher.readLine().split(" "))
                .map(TetherTest::process)
                .toList();
        assertThat(family).hasSize(3).allMatch(ProcessHandle::isAlive);

        launcher.kill();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(family).noneMatch(ProcessHandle::isAlive));
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Starts two services as the real launcher does, tells their process ids, and stays. */
    static final class Launcher {
        public static void main(String[] arguments) throws Exception {
            var logs = Path.of(arguments[0]);
            var lonely = service("lonely", logs);
            var parent = service("parent", logs, "with a child");
            while (parent.log().tail(1).isEmpty()) Thread.sleep(20);
            System.out.println(
                    lonely.pid() + " " + parent.pid() + " " + parent.log().lastWords());
            Thread.sleep(Long.MAX_VALUE);
        }

        private static ServiceProcess service(String name, Path logs, String... arguments) throws Exception {
            var java = Stream.concat(
                            Stream.of(
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Tether.class.getName(),
                                    DummyService.class.getName()),
                            Stream.of(arguments))
                    .toList();
            return ServiceProcess.start(name, List.of(), java, logs.resolve(name + ".log"));
        }
    }
}
