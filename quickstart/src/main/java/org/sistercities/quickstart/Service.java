package org.sistercities.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A process of the platform. */
enum Service {
    CITY("city-service", 1024, Listener.CITY, Listener.CITY_MANAGEMENT),
    CONTENT("content-service", 512, Listener.CONTENT, Listener.CONTENT_MANAGEMENT),
    EVENTS("events-service", 1024, Listener.EVENTS, Listener.EVENTS_MANAGEMENT),
    WEB("web", 192, Listener.WEB, Listener.WEB_MANAGEMENT),
    GATEWAY("gateway", 1024, Listener.GATEWAY, Listener.GATEWAY_MANAGEMENT);

    private final String title;
    private final int memory;
    private final Listener door;
    private final Listener management;

    Service(String title, int memory, Listener door, Listener management) {
        this.title = title;
        this.memory = memory;
        this.door = door;
        this.management = management;
    }

    /** The module's and the process's name. */
    String title() {
        return title;
    }

    /** The heap's limit in MB. */
    int memory() {
        return memory;
    }

    Listener door() {
        return door;
    }

    Listener management() {
        return management;
    }

    static List<Service> all() {
        return Arrays.asList(values());
    }

    /**
     * The executable jar the build has made.
     *
     * @throws NotBuilt when there is none
     */
    Path jar(Path home) {
        var target = home.resolve(title).resolve("target");
        try (var jars = Files.newDirectoryStream(
                target, file -> file.getFileName().toString().matches(title + "-[^-]+(-SNAPSHOT)?\\.jar"))) {
            for (var jar : jars) return jar;
        } catch (IOException e) {
            throw new NotBuilt(target);
        }
        throw new NotBuilt(target);
    }

    /** The jars are missing; {@code ./start} would have built them. */
    static final class NotBuilt extends Refused {
        NotBuilt(Path target) {
            super("No executable jar in " + target + ". ./start builds it, or: mvn -DskipTests package");
        }
    }
}
