package org.sistercities.quickstart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sistercities.backing.FreePort;

/**
 * Where everything listens, all of it on the loopback interface. The gateway's port is the user's choice, so another is taken
 * only with {@code --free-ports}; nobody types the other ports, so those move by themselves when something is in the way.
 */
record Ports(Map<Listener, Integer> chosen) {

    int of(Listener listener) {
        return chosen.getOrDefault(listener, 0);
    }

    /**
     * Chooses.
     *
     * @param gatewayPort 0 for any free one; then the others are any free ones, too, so that several systems can start side by side
     * @param notice is told of each port that is not the usual one, and why
     * @throws Taken when the gateway's is taken and must not move
     */
    static Ports choose(int gatewayPort, boolean freePorts, Consumer<String> notice) {
        var chosen = new EnumMap<Listener, Integer>(Listener.class);
        var used = new HashSet<Integer>();
        for (var listener : Listener.values()) {
            var wanted = listener == Listener.GATEWAY || gatewayPort == 0 ? gatewayPort : listener.usualPort();
            var port = wanted;
            if (wanted == 0 || used.contains(wanted) || isTaken(wanted)) {
                if (listener == Listener.GATEWAY && wanted != 0 && !freePorts) throw new Taken(wanted);
                port = anyFree(used);
                if (wanted != 0) notice.accept(moved(listener, wanted, port, used));
            }
            used.add(port);
            chosen.put(listener, port);
        }
        return new Ports(chosen);
    }

    /** Any port nobody has. */
    int anotherFree() {
        return anyFree(Set.copyOf(chosen.values()));
    }

    private static String moved(Listener listener, int wanted, int port, Set<Integer> used) {
        var by = used.contains(wanted) ? "another part" : PortOwner.describe(wanted);
        return "Port %d is taken by %s; the %s takes %d.".formatted(wanted, by, listener.title(), port);
    }

    /** Whether somebody listens there; asking by connecting too, because some systems let two bind to one port. */
    static boolean isTaken(int port) {
        return answers("127.0.0.1", port) || answers("::1", port) || !FreePort.isFree(port);
    }

    private static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree(Set<Integer> used) {
        while (true) {
            int port = FreePort.any();
            if (!used.contains(port)) return port;
        }
    }

    /** The port the user wants for the gateway is somebody else's. */
    static final class Taken extends Refused {
        Taken(int port) {
            super("Port %d is taken by %s. Stop that, or choose another with --port N, or let me with --free-ports."
                    .formatted(port, PortOwner.describe(port)));
        }
    }
}
