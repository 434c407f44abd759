package org.sistercities.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnpackedJarTest {
    @TempDir
    Path folder;

    @Test
    void a_jar_is_known_by_its_content_whatever_its_age() throws IOException {
        var one = jar("one.jar", "content");
        var two = jar("two.jar", "content");
        Files.setLastModifiedTime(two, FileTime.from(Instant.EPOCH));
        assertThat(UnpackedJar.fingerprint(two)).isEqualTo(UnpackedJar.fingerprint(one));
    }

    @Test
    void another_content_of_the_same_length_is_another_jar() throws IOException {
        assertThat(UnpackedJar.fingerprint(jar("one.jar", "content")))
                .isNotEqualTo(UnpackedJar.fingerprint(jar("two.jar", "CONTENT")));
    }

    @Test
    void what_is_unpacked_is_not_unpacked_again() throws IOException {
        var jar = jar("service.jar", "content"); // no executable jar: unpacking it would fail
        var earlier = Files.createDirectories(folder.resolve("apps/service").resolve(UnpackedJar.fingerprint(jar)));
        assertThat(UnpackedJar.of(jar, folder.resolve("apps"), "service").folder())
                .isEqualTo(earlier);
    }

    private Path jar(String name, String content) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("entry"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
