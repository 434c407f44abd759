package org.sistercities.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are to be told where to listen. They lie below those that operating systems lend to outgoing connections,
 * so that no client of anybody's takes one between its choice and the server's start.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int LENT = 32_768; // from here on by Linux, higher elsewhere

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** A port nobody listens on at the moment, and that this process was not given before: whoever was may not listen yet. */
    public static int any() {
        for (int tries = 0; tries < LENT - FIRST; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LENT);
            if (isFree(port) && GIVEN.add(port)) return port;
        }
        throw new IllegalStateException("no port between " + FIRST + " and " + LENT + " is free");
    }

    /** Whether a server could listen there, on the loopback interface. */
    public static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
