package org.sistercities.events.message;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The one place that speaks SMTP. */
@Component
class MailOffice {
    private static final Logger log = LoggerFactory.getLogger(MailOffice.class);

    static {
        // the mail library looks for this in all jars again with each part of each letter, unless it is told
        if (ClassLoader.getSystemClassLoader().equals(MailOffice.class.getClassLoader()))
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final ObjectProvider<JavaMailSenderImpl> sender;
    private final MailProperties properties;
    private final Clock clock;

    MailOffice(ObjectProvider<JavaMailSenderImpl> sender, MailProperties properties, Clock clock) {
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
        sender.ifAvailable(MailOffice::sendPromptly);
    }

    private static void sendPromptly(JavaMailSenderImpl sender) {
        var sockets = "mail." + sender.getProtocol() + ".socketFactory";
        sender.getJavaMailProperties().put(sockets, new PromptSockets());
        sender.getJavaMailProperties().put(sockets + ".fallback", "false"); // what fails with it fails
    }

    /** Whether a mail server is configured. */
    boolean isOpen() {
        return sender.getIfAvailable() != null;
    }

    /** A line to the mail server, for one letter after the other; to be closed by whoever asked for it. Only for an open office. */
    Line line() {
        return new Line(sender.getObject());
    }

    /** Connected when the first letter is sent, and anew after one that failed. Not for several threads at once. */
    final class Line implements AutoCloseable {
        private final JavaMailSenderImpl sender;
        private @Nullable Transport connection;

        private Line(JavaMailSenderImpl sender) {
            this.sender = sender;
        }

        /**
         * Returns when the server has taken the letter.
         *
         * @param messageId the same whenever the same letter is sent, so that whoever gets it twice can tell
         * @throws NeverTaken when no other try will do
         * @throws MailException when another try may
         */
        void send(Letter letter, String messageId) throws NeverTaken {
            var mail = mime(letter, sender.createMimeMessage(), messageId);
            try {
                connected().sendMessage(mail, mail.getAllRecipients());
            } catch (MessagingException e) {
                close();
                var refusal = refusal(e);
                if (refusal.isPresent()) throw new NeverTaken(refusal.get(), e);
                throw new MailSendException(inWords(e), e);
            }
        }

        private Transport connected() throws MessagingException {
            var open = connection;
            if (open == null) {
                open = sender.getSession().getTransport(sender.getProtocol());
                connection = open;
                open.connect(
                        sender.getHost(), sender.getPort(), given(sender.getUsername()), given(sender.getPassword()));
            }
            return open;
        }

        /** Servers without accounts are configured with empty ones. */
        private static @Nullable String given(@Nullable String text) {
            return StringUtils.hasLength(text) ? text : null;
        }

        @Override
        public void close() {
            var open = connection;
            connection = null;
            try {
                if (open != null) open.close();
            } catch (MessagingException e) {
                log.debug("The mail server has not said goodbye", e); // what it has taken it has
            }
        }
    }

    private MimeMessage mime(Letter letter, MimeMessage mime, String messageId) throws NeverTaken {
        try {
            var to = new InternetAddress(letter.email(), letter.name(), "UTF-8");
            to.validate();
            var mail = new MimeMessageHelper(mime, true, "UTF-8");
            mail.setFrom(new InternetAddress(properties.from(), properties.network(), "UTF-8"));
            mail.setTo(to);
            mail.setSubject(letter.words().subject());
            mail.setSentDate(Date.from(clock.instant()));
            mail.setText(letter.words().text(), letter.words().html());
            for (var file : letter.attachments()) mail.addAttachment(file.name(), file.bytes(), file.type());
            mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes, please
            mime.saveChanges(); // which thinks of an id of its own
            mime.setHeader("Message-ID", messageId);
            return mime;
        } catch (AddressException e) {
            throw new NeverTaken("No mail can go to this address: " + e.getMessage(), e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("the letter cannot be written", e);
        }
    }

    /** What the server said if it will never take the letter; of the sender it may think otherwise tomorrow, that is for us to mend. */
    private static Optional<String> refusal(MessagingException failure) {
        for (@Nullable Exception next = failure; next != null; next = cause(next)) {
            if (next instanceof SMTPSenderFailedException) return Optional.empty();
            if (next instanceof SMTPAddressFailedException a && isPermanent(a.getReturnCode()))
                return Optional.ofNullable(a.getMessage()).map(String::strip);
            if (next instanceof SMTPSendFailedException s && isPermanent(s.getReturnCode()) && isAboutTheLetter(s))
                return Optional.ofNullable(s.getMessage()).map(String::strip);
        }
        return Optional.empty();
    }

    /** What failed, and what the server said to it. */
    private static String inWords(MessagingException failure) {
        var words = new StringJoiner(": ");
        for (@Nullable Exception next = failure; next != null; next = cause(next))
            words.add(String.valueOf(next.getMessage()).strip());
        return words.toString();
    }

    private static @Nullable Exception cause(Exception failure) {
        return failure instanceof MessagingException m ? m.getNextException() : null;
    }

    private static boolean isAboutTheLetter(SMTPSendFailedException e) {
        return !String.valueOf(e.getCommand()).startsWith("MAIL") && addresses(e.getInvalidAddresses()) == 0;
    }

    private static int addresses(Address @Nullable [] some) {
        return some == null ? 0 : some.length;
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }

    /** The letter will never be taken, whatever we do. */
    static final class NeverTaken extends Exception {
        NeverTaken(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
