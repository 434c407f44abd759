package org.sistercities.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What makes a service's links unguessable: made at random at the first start, in a file only its owner may read. */
enum LinkSecret {
    REGISTRATIONS(Service.EVENTS, "sistercities.registration.link-secret"),
    PREVIEWS(Service.CONTENT, "sistercities.stories.preview-secret");

    private final Service service;
    private final String property;

    LinkSecret(Service service, String property) {
        this.service = service;
        this.property = property;
    }

    /** The files of settings with a service's secrets, made if they are not there. */
    static List<Path> of(Service service, Path folder) {
        return Arrays.stream(values())
                .filter(secret -> secret.service == service)
                .map(secret -> secret.in(folder))
                .toList();
    }

    /** The file of settings that has it, made if it is not there. */
    Path in(Path folder) {
        var file = folder.resolve(service.title() + ".properties");
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
                    property + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            return Files.move(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
