package org.sistercities.content.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest pictures that are taken, developed in a process that has next to no memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmallHeapTest {
    private static final String HEAP = "-Xmx192m";

    @TempDir
    private Path folder;

    @Test
    void the_largest_pictures_of_each_kind_need_little_memory() throws Exception {
        var files = Map.of(
                "black.png", SampleImages.blackPng(10_000, 6_000, 8, 6, 4),
                "deep.png", SampleImages.blackPng(7_500, 8_000, 16, 6, 8),
                "photo.jpg", SampleImages.jpeg(8_000, 6_000),
                "progressive.jpg", SampleImages.progressiveJpeg(6_000, 4_000));
        for (var file : files.entrySet()) Files.write(folder.resolve(file.getKey()), file.getValue());

        assertThat(developed(files.keySet().toArray(String[]::new))).isZero();
    }

    private int developed(String... names) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ArrayList<>(List.of(java, HEAP, "-XX:+UseSerialGC", "-cp", classes, Developer.class.getName()));
        for (var name : names) command.add(folder.resolve(name).toString());
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor(5, TimeUnit.MINUTES)) return process.exitValue();
        process.destroyForcibly();
        return -1;
    }

    /** The process: says how long each picture took, and how much memory. */
    static final class Developer {
        private Developer() {}

        public static void main(String[] names) throws Exception {
            try (var darkroom = new Darkroom(1)) {
                for (var name : names) {
                    long start = System.nanoTime();
                    var prints = darkroom.develop(Negative.of(Files.readAllBytes(Path.of(name))));
                    System.out.printf(
                            "%s: %d prints in %d ms%n",
                            Path.of(name).getFileName(), prints.size(), (System.nanoTime() - start) / 1_000_000);
                }
            }
            var status = Path.of("/proc/self/status"); // Linux only
            if (Files.exists(status))
                Files.readString(status)
                        .lines()
                        .filter(line -> line.startsWith("VmHWM"))
                        .forEach(System.out::println);
        }
    }
}
