package org.sistercities.quickstart.mail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail by SMTP and shows it by HTTP, on the loopback interface only. */
public final class MailSink implements AutoCloseable {
    private static final int LARGEST_MAIL = 20_000_000;

    private final SMTPServer smtp;
    private final HttpServer http;

    private MailSink(SMTPServer smtp, HttpServer http) {
        this.smtp = smtp;
        this.http = http;
    }

    /** Starts both; port 0 is any free one. */
    public static MailSink start(int smtpPort, int httpPort) {
        var inbox = new Inbox(Clock.systemUTC());
        var loopback = InetAddress.getLoopbackAddress();
        try {
            var http = HttpServer.create(new InetSocketAddress(loopback, httpPort), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", new InboxPages(inbox));
            var smtp = SMTPServer.port(smtpPort)
                    .bindAddress(loopback)
                    .softwareName("Sister Cities quick start")
                    .maxMessageSize(LARGEST_MAIL)
                    .messageHandlerFactory(_ -> new Delivery(inbox))
                    .build();
            smtp.start();
            http.start();
            return new MailSink(smtp, http);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int httpPort() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
    }

    /** One mail on its way in. */
    private record Delivery(Inbox inbox, List<String> recipients) implements MessageHandler {
        Delivery(Inbox inbox) {
            this(inbox, new ArrayList<>());
        }

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            inbox.add(String.join(", ", recipients), data.readAllBytes());
            return "It lies in the inbox";
        }

        @Override
        public void done() {}
    }
}
