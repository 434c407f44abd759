package org.sistercities.content.news;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable to a server that a test can cut and mend. */
final class Cable implements AutoCloseable {
    private final ServerSocket near;
    private final int far;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Cable(int port) {
        try {
            far = port;
            near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    void cut() {
        cut = true;
        ends.forEach(Cable::closeQuietly);
        ends.clear();
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut();
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                var client = near.accept();
                if (cut) closeQuietly(client);
                else join(client, new Socket(InetAddress.getLoopbackAddress(), far));
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void join(Socket one, Socket other) {
        ends.add(one);
        ends.add(other);
        Thread.ofVirtual().start(() -> copy(one, other));
        Thread.ofVirtual().start(() -> copy(other, one));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one end is gone, and so the other goes
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
