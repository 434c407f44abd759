package org.sistercities.quickstart.process;

import java.nio.file.Path;

/** The Java this program runs on, which its children run on too. */
final class Jvm {

    private Jvm() {}

    static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
