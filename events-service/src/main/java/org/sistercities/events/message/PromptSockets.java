package org.sistercities.events.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send what they have at once. Otherwise the end of each letter waits for the server to acknowledge its beginning, which
 * a line that has been open for a while does 40 ms later.
 */
final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectItYourself();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectItYourself();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectItYourself();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw connectItYourself();
    }

    private static UnsupportedOperationException connectItYourself() {
        return new UnsupportedOperationException("the mail library connects its sockets itself, to have its time-outs");
    }
}
