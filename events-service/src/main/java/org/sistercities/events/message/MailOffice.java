package org.sistercities.events.message;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The one place that speaks SMTP. */
@Component
class MailOffice {
    static {
        // the mail library looks for this in all jars again with each part of each letter, unless it is told
        if (ClassLoader.getSystemClassLoader().equals(MailOffice.class.getClassLoader()))
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final ObjectProvider<JavaMailSender> sender;
    private final MailProperties properties;

    MailOffice(ObjectProvider<JavaMailSender> sender, MailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    /** Whether a mail server is configured. */
    boolean isOpen() {
        return sender.getIfAvailable() != null;
    }

    /**
     * Returns when the server has taken the letter.
     *
     * @param messageId the same whenever the same letter is sent, so that whoever gets it twice can tell
     * @throws NeverTaken when no other try will do
     * @throws MailException when another try may
     */
    void send(Letter letter, String messageId) throws NeverTaken {
        var office = sender.getObject();
        try {
            office.send(mime(letter, office.createMimeMessage(), messageId));
        } catch (AddressException e) {
            throw new NeverTaken("No mail can go to this address: " + e.getMessage(), e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("the letter cannot be written", e);
        } catch (MailSendException e) {
            var refusal = refusal(e);
            if (refusal.isPresent()) throw new NeverTaken(refusal.get(), e);
            throw e;
        }
    }

    private MimeMessage mime(Letter letter, MimeMessage mime, String messageId)
            throws MessagingException, UnsupportedEncodingException {
        var to = new InternetAddress(letter.email(), letter.name(), "UTF-8");
        to.validate();
        var mail = new MimeMessageHelper(mime, true, "UTF-8");
        mail.setFrom(new InternetAddress(properties.from(), properties.network(), "UTF-8"));
        mail.setTo(to);
        mail.setSubject(letter.words().subject());
        mail.setText(letter.words().text(), letter.words().html());
        for (var file : letter.attachments()) mail.addAttachment(file.name(), file.bytes(), file.type());
        mime.setHeader("Message-ID", messageId); // which the sender then keeps
        mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes, please
        return mime;
    }

    /** What the server said if it will never take the letter; of the sender it may think otherwise tomorrow, that is for us to mend. */
    private static Optional<String> refusal(MailSendException e) {
        for (var failure : e.getFailedMessages().values())
            for (@Nullable Exception next = failure;
                    next instanceof MessagingException m;
                    next = m.getNextException()) {
                if (next instanceof SMTPSenderFailedException) return Optional.empty();
                if (next instanceof SMTPAddressFailedException a && isPermanent(a.getReturnCode()))
                    return Optional.ofNullable(a.getMessage()).map(String::strip);
                if (next instanceof SMTPSendFailedException s && isPermanent(s.getReturnCode()) && isAboutTheLetter(s))
                    return Optional.ofNullable(s.getMessage()).map(String::strip);
            }
        return Optional.empty();
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
