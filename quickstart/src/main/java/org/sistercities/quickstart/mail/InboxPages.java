package org.sistercities.quickstart.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;

/**
 * The inbox in a browser: the list, a mail, its files, and its source. What a mail brings is never trusted: its HTML runs no scripts and
 * loads nothing, and its files are downloaded, not shown.
 */
final class InboxPages implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/mails/(\\d{1,9})(?:/(?:(source)|(html)|files/(\\d{1,3})))?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String ONLY_STYLES = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";
    private static final String SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    private record Answer(int status, String type, String policy, ByteArrayResource body) {
        static Answer page(String title, String body) {
            return new Answer(200, "text/html; charset=UTF-8", ONLY_STYLES, framed(title, body));
        }

        static Answer nothing() {
            return new Answer(404, "text/plain; charset=UTF-8", ONLY_STYLES, bytes("There is no such mail."));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange.getRequestURI().getPath());
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", answer.policy());
            headers.set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), answer.body().contentLength());
            exchange.getResponseBody().write(answer.body().getByteArray());
        }
    }

    private Answer answer(String path) {
        if (path.equals("/")) return list();
        var asked = PATH.matcher(path);
        if (!asked.matches()) return Answer.nothing();
        return inbox.find(Integer.parseInt(asked.group(1)))
                .map(mail -> {
                    if (asked.group(2) != null)
                        return new Answer(200, "text/plain; charset=UTF-8", ONLY_STYLES, mail.source());
                    if (asked.group(3) != null) return html(mail);
                    if (asked.group(4) != null) return file(mail, Integer.parseInt(asked.group(4)));
                    return page(mail);
                })
                .orElseGet(Answer::nothing);
    }

    private Answer list() {
        var lines = inbox.all().stream()
                .map(mail -> "<tr><td>" + TIME.format(mail.at()) + "<td>" + escaped(mail.to()) + "<td><a href=\"/mails/"
                        + mail.number() + "\">" + escaped(mail.subject().isEmpty() ? "(no subject)" : mail.subject())
                        + "</a></tr>")
                .collect(Collectors.joining("\n"));
        var table =
                lines.isEmpty() ? "<p>No mail yet." : "<table><tr><th>Time<th>To<th>Subject</tr>" + lines + "</table>";
        return Answer.page(
                "Inbox",
                "<h1>Inbox</h1><p>What the services have sent since the start, the newest first. "
                        + "Nothing leaves this machine.</p>" + table);
    }

    private static Answer page(Mail mail) {
        var page = new StringBuilder("<p><a href=\"/\">Inbox</a></p><h1>" + escaped(mail.subject()) + "</h1><p>To "
                + escaped(mail.to()) + " · <a href=\"/mails/" + mail.number() + "/source\">source</a></p>");
        int number = 0;
        for (var content : mail.contents()) {
            if (content.isFile())
                page.append("<p>Attached: <a href=\"/mails/%d/files/%d\" download=\"%s\">%s</a> (%s, %d bytes)</p>"
                        .formatted(
                                mail.number(),
                                number,
                                escaped(content.name()),
                                escaped(content.name()),
                                escaped(content.type()),
                                content.bytes().contentLength()));
            else if (content.is("text/html"))
                page.append("<iframe sandbox src=\"/mails/" + mail.number() + "/html\" title=\"HTML\"></iframe>");
            else page.append("<pre>" + escaped(content.text()) + "</pre>");
            number++;
        }
        return Answer.page(mail.subject(), page.toString());
    }

    private static Answer html(Mail mail) {
        return mail.contents().stream()
                .filter(content -> content.is("text/html") && !content.isFile())
                .findFirst()
                .map(content -> new Answer(200, "text/html; charset=UTF-8", SANDBOX, content.bytes()))
                .orElseGet(Answer::nothing);
    }

    private static Answer file(Mail mail, int number) {
        if (number >= mail.contents().size()) return Answer.nothing();
        var content = mail.contents().get(number);
        var type = content.is("application/pdf") ? "application/pdf" : "application/octet-stream";
        return new Answer(200, type, SANDBOX, content.bytes());
    }

    private static ByteArrayResource framed(String title, String body) {
        return bytes("""
            <!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>%s</title><style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a2e}
            td,th{text-align:left;padding:.3em 1em .3em 0;border-bottom:1px solid #ddd;vertical-align:top}
            pre{white-space:pre-wrap;background:#f4f1ea;padding:1em} iframe{width:100%%;height:32em;border:1px solid #ccc}
            </style></head><body>%s</body></html>""".formatted(escaped(title), body));
    }

    private static ByteArrayResource bytes(String text) {
        return new ByteArrayResource(text.getBytes(UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
