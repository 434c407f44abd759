package org.sistercities.content.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a client and a server, on which things go wrong. */
final class Wire implements Closeable {
    private static final int HALF = 20_000;
    private static final String FAILURE =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    /** What becomes of requests and their answers. */
    enum Fault {
        NONE,
        /** The server says that it failed. */
        FAILURE,
        /** Nobody answers. */
        SILENCE,
        /** The answer breaks off. */
        HALF_AN_ANSWER,
        /** The request arrives, is carried out, and its answer does not come back; once. */
        LOST_ANSWER
    }

    private final ServerSocket clients;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    Wire(int server) throws IOException {
        this.server = server;
        clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return clients.getLocalPort();
    }

    void becomes(Fault next) {
        fault = next;
        open.forEach(Wire::close);
    }

    @Override
    public void close() throws IOException {
        clients.close();
        open.forEach(Wire::close);
    }

    private void accept() {
        while (!clients.isClosed())
            try {
                var client = clients.accept();
                open.add(client);
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
    }

    private void serve(Socket client) {
        try (client) {
            switch (fault) {
                case FAILURE -> fail(client);
                case SILENCE -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                case NONE, HALF_AN_ANSWER, LOST_ANSWER -> connect(client);
            }
        } catch (IOException e) {
            // one of the two has gone
        } finally {
            open.remove(client);
        }
    }

    private static void fail(Socket client) throws IOException {
        client.getInputStream().read();
        client.getOutputStream().write(FAILURE.getBytes());
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void connect(Socket client) throws IOException {
        try (var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(upstream);
            Thread.startVirtualThread(() -> requests(client, upstream));
            answers(upstream.getInputStream(), client.getOutputStream());
        }
    }

    private static void requests(Socket client, Socket upstream) {
        try {
            client.getInputStream().transferTo(upstream.getOutputStream());
        } catch (IOException e) {
            // the client has gone
        } finally {
            close(upstream);
        }
    }

    private void answers(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[HALF];
        int sent = 0;
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            boolean isGoOn = new String(buffer, 0, Math.min(n, 12)).startsWith("HTTP/1.1 100");
            if (fault == Fault.LOST_ANSWER && !isGoOn) {
                fault = Fault.NONE;
                return;
            }
            int rest = fault == Fault.HALF_AN_ANSWER ? Math.max(0, HALF - sent) : n;
            to.write(buffer, 0, Math.min(n, rest));
            sent += n;
            if (n > rest) return;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed enough
        }
    }
}
