package org.sistercities.quickstart.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child: runs the service's own, named by the first argument, and watches standard input, a pipe whose
 * other end only the launcher holds. However the launcher ends, {@code kill -9} included, the pipe ends with it, and so does
 * the child, at once: MongoDB and Kafka are gone too, so there is nothing left to finish gracefully.
 */
public final class Tether {

    private Tether() {}

    public static void main(String[] arguments) throws Throwable {
        Thread.ofPlatform().daemon().name("tether").start(Tether::endWithLauncher);
        var service = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            service.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithLauncher() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
        }
        ProcessHandle.current()
                .descendants()
                .forEach(ProcessHandle::destroyForcibly); // the JVM that writes an AOT cache
        Runtime.getRuntime().halt(1);
    }
}
