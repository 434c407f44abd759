package org.sistercities.quickstart.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailSinkTest {
    private final MailSink sink = MailSink.start(0, 0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        sink.close();
        http.close();
    }

    @Test
    void what_was_sent_can_be_read_the_newest_first() throws Exception {
        send("First", "one");
        send("Your tickets <script>", "Wörter & more");

        var list = get("/").body();
        assertThat(list)
                .containsSubsequence("Your tickets &lt;script&gt;", "First")
                .contains("ada@example.org");
        var mail = get("/mails/2").body();
        assertThat(mail)
                .contains("Wörter &amp; more", "/mails/2/html", "tickets.txt")
                .doesNotContain("<script>");
        assertThat(get("/mails/2/files/2").body()).isEqualTo("T1.the.ticket");
        assertThat(get("/mails/2/source").body()).contains("Message-ID");
        assertThat(get("/mails/3").statusCode()).isEqualTo(404);
    }

    @Test
    void the_html_of_a_mail_can_do_nothing() throws Exception {
        send("Hello", "text");
        var html = get("/mails/1/html");
        assertThat(html.body()).contains("<b>bold</b>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;")
                .contains("default-src 'none'");
    }

    @Test
    void nobody_else_in_the_network_can_reach_it() throws Exception {
        var other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        Assumptions.assumeTrue(other.isPresent(), "this machine is alone");
        for (int port : new int[] {sink.smtpPort(), sink.httpPort()})
            assertThatThrownBy(() -> connect(other.get(), port)).isInstanceOf(ConnectException.class);
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sink.httpPort() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void send(String subject, String text) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(sink.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("events@localhost"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.org"));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p><b>bold</b></p>", "text/html; charset=UTF-8");
        var file = new MimeBodyPart();
        file.setText("T1.the.ticket");
        file.setFileName("tickets.txt");
        mail.setContent(new MimeMultipart(plain, html, file));
        Transport.send(mail);
    }
}
