package org.sistercities.content.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.imports.Exports.bytes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.content.imports.Refusal.UnreadableExport;
import org.sistercities.content.imports.Refusal.UnsafeArchive;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileExportsTest {
    private static final ImportsProperties LIMITS = new ImportsProperties(
            DataSize.ofMegabytes(64), DataSize.ofMegabytes(20), 1_000, DataSize.ofMegabytes(64), 1);

    @TempDir
    private Path folder;

    @Test
    void no_entity_opens_a_file_asks_the_network_or_grows() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "a secret of the server");
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        var there = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            for (var type : List.of(
                    "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + secret + "\">]>",
                    "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + there + "/x\">]>",
                    "<!DOCTYPE rss SYSTEM \"" + there + "/rss.dtd\">",
                    "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + there + "/p.dtd\"> %p;]>",
                    "<!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">]>",
                    ""))
                assertThatThrownBy(() -> rss("<?xml version=\"1.0\"?>" + type
                                + "<rss><channel><item><title>&x;</title></item></channel></rss>"))
                        .as(type)
                        .isInstanceOf(UnreadableExport.class)
                        .hasMessageNotContaining("secret of");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_a_picture_or_a_link_refers_to_is_never_asked_for() throws IOException {
        // Album and Prose have no client of any kind; this is what there is to see of it
        try (var parcel = parcel(bytes(Exports.wxr("x")))) {
            assertThat(parcel.picture("http://169.254.169.254/latest/meta-data"))
                    .isEmpty();
            assertThat(parcel.picture("file:///etc/passwd")).isEmpty();
        }
    }

    @Test
    void xml_that_is_endless_deep_or_broken_is_refused_in_bounded_memory() {
        for (var body : List.of(
                "<item><title " + "a".repeat(5_000_000) + "=\"\"/></item>",
                "<item><title a=\"" + "a".repeat(5_000_000) + "\"/></item>",
                "<!--" + "x>".repeat(3_000_000) + "-->",
                "<item><content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA["
                        + "<p>".repeat(1_500_000) + "]]></content:encoded></item>",
                "<item><title>" + "word ".repeat(500_000) + "</title></item>",
                "<item>" + "<a>".repeat(150) + "</a>".repeat(150) + "</item>",
                "<item><title>a</item>",
                "<item>"))
            assertThatThrownBy(() -> rss("<rss><channel>" + body + "</channel></rss>"))
                    .as(body.substring(0, Math.min(40, body.length())))
                    .isInstanceOf(UnreadableExport.class);
        for (var file :
                List.of("", "MZ", "{}", "<html/>", "<rss/>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss/>"))
            assertThatThrownBy(() -> rss(file)).as(file).isInstanceOf(UnreadableExport.class);
    }

    @Test
    void json_that_is_deep_endless_or_of_something_else_is_refused() {
        for (var file : List.of(
                "[".repeat(100_000),
                "{\"db\":[{\"data\":{\"posts\":[" + "{\"a\":".repeat(1_000),
                "{\"db\":[{\"data\":{\"posts\":[{\"html\":\"" + "x".repeat(3_000_000) + "\"}]}}]}",
                "{\"a\":" + "9".repeat(100_000) + "}",
                "{\"db\":[{\"data\":{\"posts\":[{]}}]}",
                "{}",
                "<rss/>",
                ""))
            assertThatThrownBy(() -> {
                        try (var parcel = parcel(bytes(file))) {
                            items(new GhostExport(parcel, null));
                        }
                    })
                    .as(file.substring(0, Math.min(40, file.length())))
                    .isInstanceOf(UnreadableExport.class);
    }

    @Test
    void a_number_without_end_costs_nothing() throws IOException {
        try (var parcel =
                parcel(bytes("{\"data\":{\"posts\":[{\"id\":1e999999999,\"uuid\":\"u\",\"html\":\"<p>x</p>\"}]}}"))) {
            Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                try {
                    items(new GhostExport(parcel, null));
                } catch (UnreadableExport e) {
                    // as good
                }
            });
        }
    }

    @Test
    void a_bomb_is_not_unpacked_and_an_archive_that_leads_out_is_not_opened() throws IOException {
        var zeros = new byte[30_000_000];
        try (var parcel = parcel(Exports.zip(
                Map.of("posts/a-0123456789ab.html", bytes(Exports.medium("0123456789ab")), "posts/a.png", zeros)))) {
            assertThat(items(new MediumExport(parcel))).hasSize(1);
            assertThatThrownBy(() ->
                            parcel.picture("a.png").orElseThrow().once(_ -> new Phrases.Pictures.Found("made", "")))
                    .isInstanceOf(UnsafeArchive.class);
        }
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 60; i++)
            many.put("posts/p" + i + "-0123456789a" + (char) ('a' + i % 6) + ".html", new byte[1_000_000]);
        assertThatThrownBy(() -> {
                    try (var parcel = parcel(Exports.zip(many))) {
                        items(new MediumExport(parcel));
                    }
                })
                .isInstanceOf(UnsafeArchive.class);
        for (var name : List.of("../x.xml", "a/../../x.xml", "/etc/x.xml", "C:\\x.xml", "..\\x.xml"))
            assertThatThrownBy(() -> parcel(Exports.zip(Map.of(name, bytes("<rss/>")))))
                    .as(name)
                    .isInstanceOf(UnsafeArchive.class);
        var crowd = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 1_001; i++) crowd.put("p" + i, new byte[0]);
        assertThatThrownBy(() -> parcel(Exports.zip(crowd))).isInstanceOf(UnsafeArchive.class);
        assertThatThrownBy(() -> parcel(bytes("PK\3\4 and nothing else"))).isInstanceOf(UnreadableExport.class);
        assertThatThrownBy(() -> new FeedExport(parcel(Exports.zip(Map.of("a.txt", bytes("x")))), true))
                .isInstanceOf(UnreadableExport.class);
    }

    @Test
    void a_large_bomb_of_a_document_is_cut_off() throws IOException {
        var item = "<item><title>x</title></item>";
        var bomb = Exports.zip(Map.of("a.xml", bytes("<rss><channel>" + item.repeat(1_000_000) + "</channel></rss>")));
        assertThat(bomb.length).isLessThan(1_000_000);
        try (var parcel = parcel(bomb)) {
            assertThatThrownBy(() -> new FeedExport(parcel, false)).isInstanceOf(UnsafeArchive.class);
        }
    }

    @Test
    void pictures_are_found_by_path_or_by_a_name_only_one_has() {
        var media = new Media(java.util.stream.Stream.of(
                "site/wp-content/uploads/2014/10/Mayors.png",
                "content/images/2016/09/ike.png",
                "images/1*abc.png",
                "a/logo.png",
                "b/logo.png"));
        assertThat(media.find("https://x.org/wp-content/uploads/2014/10/mayors-300x200.png?w=3"))
                .hasValue("site/wp-content/uploads/2014/10/Mayors.png");
        assertThat(media.find("/wp-content/uploads/2014/10/mayors-scaled.png")).isPresent();
        assertThat(media.find("https://x.org/wp-content/uploads/2015/10/mayors.png"))
                .isEmpty();
        assertThat(media.find("__GHOST_URL__/content/images/size/w600/format/webp/2016/09/ike.png"))
                .isPresent();
        assertThat(media.find("https://cdn-images-1.medium.com/max/800/1*abc.png"))
                .hasValue("images/1*abc.png");
        assertThat(media.find("https://x.org/logo.png")).isEmpty();
        assertThat(media.find("../../../../etc/passwd")).isEmpty();
    }

    private List<Original> rss(String file) {
        try (var parcel = parcel(bytes(file))) {
            return items(new FeedExport(parcel, false));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Original> items(Export export) {
        var all = new ArrayList<Original>();
        export.forEach(all::add);
        return all;
    }

    private Parcel parcel(byte[] file) throws IOException {
        return Parcel.open(Files.write(Files.createTempFile(folder, "x", ".import"), file), LIMITS);
    }
}
