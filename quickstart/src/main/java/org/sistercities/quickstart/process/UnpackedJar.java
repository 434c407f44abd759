package org.sistercities.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * An executable jar taken apart, because a JVM starts much faster from plain jars and can use an AOT cache with them. It lies
 * in a folder named for its content, so a new build gets a new folder and an unchanged one is found again.
 *
 * @param folder holds the application's jar, its libraries in {@code lib} and the {@link Tether}'s jar
 */
record UnpackedJar(Path folder, Path jar) {
    private static final String TETHER = "tether.jar";

    /** Unpacks the jar below {@code apps/<name>}, unless that is done already, and removes what older builds left. */
    static UnpackedJar of(Path executableJar, Path apps, String name) {
        try {
            var folder = apps.resolve(name).resolve(fingerprint(executableJar));
            if (!Files.exists(folder)) {
                removeAllIn(apps.resolve(name));
                unpack(executableJar, folder);
            }
            return new UnpackedJar(folder, folder.resolve(executableJar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + executableJar, e);
        }
    }

    String classPath() {
        return jar + java.io.File.pathSeparator + folder.resolve(TETHER);
    }

    String mainClass() throws IOException {
        try (var opened = new JarFile(jar.toFile())) {
            return opened.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    /** Names, sizes and checksums of the entries, which the jar lists at its end: quick, and a rebuild alone changes nothing. */
    static String fingerprint(Path jar) throws IOException {
        try (var opened = new JarFile(jar.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(tether());
            opened.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path executableJar, Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        var extract = new ProcessBuilder(
                        Jvm.command(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        executableJar.toString(),
                        "extract",
                        "--destination",
                        unfinished.toString())
                .redirectErrorStream(true)
                .start();
        extract.getOutputStream().close();
        var said = new String(extract.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!extract.waitFor(1, TimeUnit.MINUTES) || extract.exitValue() != 0) throw new IOException(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        writeTether(unfinished.resolve(TETHER));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A jar of its own for one class: the launcher's has Kafka's and the issuer's libraries on its class path. */
    private static void writeTether(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(Tether.class.getName().replace('.', '/') + ".class"));
            out.write(tether());
        }
    }

    private static byte[] tether() throws IOException {
        try (var code = Tether.class.getResourceAsStream("Tether.class")) {
            return Objects.requireNonNull(code).readAllBytes();
        }
    }

    private static void removeAllIn(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var below = Files.walk(folder)) {
            for (var each : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
