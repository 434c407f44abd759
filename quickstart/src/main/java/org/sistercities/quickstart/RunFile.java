package org.sistercities.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.sistercities.quickstart.issuer.Identity;
import org.sistercities.quickstart.process.ServiceProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is running and where, for programs that drive it, such as the system tests.
 *
 * @param launcher the launcher's process id
 * @param inbox where the mails the services have sent can be read
 * @param clientSecrets file with a line {@code client=secret} for each client of the issuer
 */
record RunFile(
        long launcher,
        String gateway,
        String issuer,
        String tokenEndpoint,
        String clientSecrets,
        String mongo,
        String kafka,
        String inbox,
        Map<String, Part> services) {

    /** A service's process. */
    record Part(long pid, String url, String management, String log) {}

    static RunFile of(Addresses addresses, Identity identity, Map<Service, ServiceProcess> running) {
        var parts = new LinkedHashMap<String, Part>();
        new TreeMap<>(running)
                .forEach((service, process) -> parts.put(
                        service.title(),
                        new Part(
                                process.pid(),
                                addresses.http(service.door()).toString(),
                                addresses.http(service.management()).toString(),
                                process.log().file().toString())));
        return new RunFile(
                ProcessHandle.current().pid(),
                addresses.gateway().toString(),
                addresses.issuer().toString(),
                addresses.tokenEndpoint().toString(),
                identity.secretsFile().toString(),
                addresses.mongoUri(""),
                addresses.kafka(),
                addresses.inbox().toString(),
                parts);
    }

    /** Writes it in one go, so that whoever sees the file sees all of it. */
    void write(Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(
                unfinished, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
