package org.sistercities.quickstart.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;

/**
 * A mail as somebody would read it.
 *
 * @param number counts the mails of this run from 1
 * @param source all of it, as it came
 */
record Mail(int number, Instant at, String to, String subject, List<Content> contents, ByteArrayResource source) {

    /**
     * A part with something in it.
     *
     * @param name of the file; empty when it is meant to be read at once
     */
    record Content(String type, String name, ByteArrayResource bytes) {

        boolean isFile() {
            return !name.isEmpty();
        }

        boolean is(String mediaType) {
            return type.regionMatches(true, 0, mediaType, 0, mediaType.length());
        }

        String text() {
            return new String(bytes.getByteArray(), StandardCharsets.UTF_8);
        }
    }

    /** Reads a mail; one that cannot be read is shown as the text it is. */
    static Mail of(int number, Instant at, String to, byte[] source) {
        var all = new ByteArrayResource(source);
        var contents = new ArrayList<Content>();
        try {
            var mime = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
            collect(mime, contents);
            return new Mail(number, at, to, Objects.requireNonNullElse(mime.getSubject(), ""), contents, all);
        } catch (MessagingException | IOException e) {
            return new Mail(number, at, to, "(cannot be read)", List.of(new Content("text/plain", "", all)), all);
        }
    }

    private static void collect(Part part, List<Content> contents) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) collect(several.getBodyPart(i), contents);
            return;
        }
        var name = Objects.requireNonNullElse(part.getFileName(), "");
        var text = part.getContent() instanceof String && name.isEmpty();
        var bytes = text
                ? part.getContent().toString().getBytes(StandardCharsets.UTF_8)
                : part.getInputStream().readAllBytes();
        var type = part.getContentType().replaceAll("(?s);.*", "").strip();
        contents.add(new Content(type, name, new ByteArrayResource(bytes)));
    }
}
