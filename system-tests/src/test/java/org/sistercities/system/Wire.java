package org.sistercities.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a browser and the gateway, which can be cut. Browsers can be told to behave as if they were offline, too, but only
 * their pages: their service workers would not be.
 */
final class Wire implements AutoCloseable {
    private final URI gateway;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket end;

    private Wire(URI gateway) throws IOException {
        this.gateway = gateway;
        this.end = listen(0);
    }

    static Wire to(String gateway) {
        try {
            return new Wire(URI.create(gateway));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The site, as it is seen through this. */
    String address() {
        return "http://localhost:" + end.getLocalPort();
    }

    /** From now on nobody is reached. */
    void cut() {
        try {
            end.close();
            for (var one : open) one.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mend() {
        try {
            end = listen(end.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                var browser = socket.accept();
                var server = new Socket(gateway.getHost(), gateway.getPort());
                open.add(browser);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(browser, server));
                Thread.ofVirtual().start(() -> carry(server, browser));
            }
        } catch (IOException cut) {
            return; // nobody comes through any more
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            return; // by either side, or cut
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }
}
