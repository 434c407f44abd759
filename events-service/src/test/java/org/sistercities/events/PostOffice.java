package org.sistercities.events;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server for tests that keeps what it takes. Nobody lives at an address with "nobody"; with "later" it is busy at first. */
public final class PostOffice implements AutoCloseable {
    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final SMTPServer server;

    /**
     * A mail as it came.
     *
     * @param line the connection it came by
     */
    public record Mail(String to, byte[] bytes, String line) {
        MimeMessage mime() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String header(String name) {
            try {
                return String.join(", ", mime().getHeader(name));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String subject() {
            try {
                return mime().getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Its parts by media type. */
        public Map<String, byte[]> parts() {
            var parts = new LinkedHashMap<String, byte[]>();
            try {
                collect(mime(), parts);
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
            return parts;
        }

        public String text(String type) {
            return new String(parts().getOrDefault(type, new byte[0]), java.nio.charset.StandardCharsets.UTF_8);
        }

        private static void collect(Part part, Map<String, byte[]> parts) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart one = several.getBodyPart(i);
                    collect(one, parts);
                }
            } else
                parts.put(
                        part.getContentType().replaceAll(";.*", "").strip(),
                        part.getInputStream().readAllBytes());
        }
    }

    public PostOffice() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(
                        context -> new Counter(context.getRemoteAddress().toString()))
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What has come for an address. */
    public List<Mail> mailFor(String address) {
        return taken.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Counter implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();
        private final String line;

        Counter(String line) {
            this.line = line;
        }

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.contains("nobody")) throw new RejectException(550, "5.1.1 No such mailbox");
            if (recipient.contains("later") && turnedAway.getAndIncrement() == 0)
                throw new RejectException(451, "4.3.0 Try again later");
            recipients.add(recipient);
        }

        @Override
        public String data(java.io.InputStream data) throws IOException {
            var bytes = data.readAllBytes();
            for (var recipient : recipients) taken.add(new Mail(recipient, bytes, line));
            return "taken";
        }

        @Override
        public void done() {}
    }
}
