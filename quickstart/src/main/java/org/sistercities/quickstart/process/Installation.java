package org.sistercities.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A service ready to be started: its unpacked jar, and an AOT cache once one has been trained. The cache's name says which
 * Java and which flags it is for, so that it is not even offered to others.
 */
public final class Installation {
    private final String name;
    private final int memory;
    private final UnpackedJar unpacked;

    private Installation(String name, int memory, UnpackedJar unpacked) {
        this.name = name;
        this.memory = memory;
        this.unpacked = unpacked;
    }

    /**
     * Unpacks a service's executable jar where that has not been done.
     *
     * @param memory the heap's limit in MB
     */
    public static Installation of(String name, int memory, Path executableJar, Path apps) {
        return new Installation(name, memory, UnpackedJar.of(executableJar, apps, name));
    }

    public String name() {
        return name;
    }

    /** Starts the service, from the AOT cache if there is one. */
    public ServiceProcess start(List<String> settings, Path logs) throws IOException {
        var java = flags();
        if (hasCache()) java.add("-XX:AOTCache=" + cache());
        java.add("-XX:ErrorFile=" + logs.resolve(name + ".crash.log"));
        java.addAll(main(settings));
        return ServiceProcess.start(name, List.of(), java, logs.resolve(name + ".log"));
    }

    public boolean hasCache() {
        return Files.exists(cache());
    }

    /** Forgets a cache that does not work. */
    public void dropCache() {
        try {
            Files.deleteIfExists(cache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the service to watch what it loads, politely; when it is told to end, it writes a cache first. */
    public ServiceProcess startTraining(List<String> settings, Path logs) throws IOException {
        var java = flags();
        java.add("-XX:AOTCacheOutput=" + unfinishedCache());
        java.addAll(main(settings));
        return ServiceProcess.start(name, List.of("nice", "-n", "19"), java, logs.resolve(name + "-training.log"));
    }

    /** Puts what a training has written where the next start looks; says whether there was anything. */
    public boolean keepTraining() throws IOException {
        if (!Files.exists(unfinishedCache())) return false;
        Files.move(unfinishedCache(), cache(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private List<String> flags() {
        var flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx" + memory + "m",
                "-XX:+ExitOnOutOfMemoryError"));
        flags.addAll(compiler());
        return flags;
    }

    /** How the launcher has been told to compile, which is how the whole system does. */
    private static List<String> compiler() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
                .toList();
    }

    private List<String> main(List<String> settings) throws IOException {
        var main = new ArrayList<String>();
        main.addAll(List.of("-cp", unpacked.classPath(), Tether.class.getName(), unpacked.mainClass()));
        main.addAll(settings);
        return main;
    }

    private Path unfinishedCache() {
        return unpacked.folder().resolve("training.aot");
    }

    private Path cache() {
        var madeFor = System.getProperty("java.home") + System.getProperty("java.vm.version") + flags();
        return unpacked.folder().resolve(UUID.nameUUIDFromBytes(madeFor.getBytes(StandardCharsets.UTF_8)) + ".aot");
    }
}
