package org.sistercities.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** What makes the links of registrations unguessable: made at random at the first start, in a file only its owner may read. */
final class LinkSecret {
    private LinkSecret() {}

    /** The file of settings that has it, made if it is not there. */
    static Path in(Path folder) {
        var file = folder.resolve("events-service.properties");
        try {
            if (Files.exists(file)) return file;
            Files.createDirectories(folder);
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            var fresh = Files.createTempFile(
                    folder,
                    "link-secret",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    fresh,
                    "sistercities.registration.link-secret="
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            return Files.move(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
