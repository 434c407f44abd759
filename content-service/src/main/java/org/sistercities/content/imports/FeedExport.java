package org.sistercities.content.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Original.Lead;
import org.sistercities.content.imports.Refusal.UnreadableExport;
import org.sistercities.content.markdown.Words;
import org.sistercities.content.story.Manuscript.Kind;
import org.sistercities.content.story.Slug;

/**
 * An RSS feed, or WordPress's eXtended RSS, of which pictures and authors are entries of their own: looked through once for these, and
 * once more for the items.
 */
final class FeedExport implements Export {
    private static final int MOST_KNOWN = 100_000;

    private final Parcel parcel;
    private final List<String> documents;
    private final boolean wordPress;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Lead> attachments = new HashMap<>();
    private final Channel channel = new Channel();
    private int items;

    /** What the items have in common. */
    private static final class Channel {
        private String link = "";
        private @Nullable String language;
    }

    FeedExport(Parcel parcel, boolean wordPress) {
        this.parcel = parcel;
        this.wordPress = wordPress;
        this.documents = parcel.documents(".xml", ".rss", ".wxr");
        if (documents.isEmpty()) throw new UnreadableExport("there is no XML file in it");
        documents.forEach(document -> read(document, this::note));
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void forEach(Consumer<Original> each) {
        for (var document : documents)
            read(document, (name, xml) -> {
                if (!name.equals("item")) {
                    xml.skip();
                    return;
                }
                var item = FeedItem.read(xml);
                if (isCounted(item)) each.accept(wordPress ? wordPressItem(item) : feedItem(item));
            });
    }

    private void read(String document, BiConsumer<String, XmlFile> each) {
        try (var in = parcel.document(document);
                var xml = new XmlFile(in)) {
            if (!"rss".equals(xml.next(0))) throw new UnreadableExport("it is no RSS");
            if (!"channel".equals(xml.next(1))) throw new UnreadableExport("it has no channel");
            for (var name = xml.next(2); name != null; name = xml.next(2)) each.accept(name, xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String name, XmlFile xml) {
        switch (name) {
            case "item" -> noteItem(FeedItem.read(xml));
            case "wp:author" -> noteAuthor(xml);
            case "link" -> channel.link = xml.text().strip();
            case "language" -> channel.language = language(xml.text().strip());
            default -> xml.skip();
        }
    }

    private void noteItem(FeedItem item) {
        if (isCounted(item)) items++;
        if (!item.text("wp:post_type").equals("attachment") || attachments.size() >= MOST_KNOWN) return;
        attachments.put(
                item.text("wp:post_id"),
                new Lead(
                        item.text("wp:attachment_url"),
                        item.meta("_wp_attachment_image_alt"),
                        item.text("excerpt:encoded")));
    }

    private void noteAuthor(XmlFile xml) {
        var login = "";
        var name = "";
        int own = xml.depth();
        for (var part = xml.next(own); part != null; part = xml.next(own)) {
            switch (part) {
                case "wp:author_login" -> login = xml.text().strip();
                case "wp:author_display_name" -> name = xml.text().strip();
                default -> xml.skip();
            }
        }
        if (!name.isEmpty() && names.size() < MOST_KNOWN) names.put(login, name);
    }

    /** Menus, revisions and the like are no items to anybody. */
    private boolean isCounted(FeedItem item) {
        if (!wordPress) return true;
        return switch (item.text("wp:post_type")) {
            case "attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles", "wp_navigation" -> false;
            default -> true;
        };
    }

    private Original wordPressItem(FeedItem item) {
        var source = source(item, item.text("wp:post_id"));
        var title = title(item.text("title"), item.text("content:encoded"));
        var why = noStory(item);
        if (why != null) return Original.skipped(source, title, why);
        var lead = attachments.get(item.meta("_thumbnail_id"));
        var login = item.text("dc:creator");
        return new Original(
                source,
                item.text("link"),
                title,
                WordPressText.html(item.text("content:encoded")),
                item.text("wp:post_type").equals("page") ? Kind.PAGE : Kind.STORY,
                Slug.of(Address.decoded(item.text("wp:post_name"))),
                HtmlText.plain(item.text("excerpt:encoded")),
                Stream.of(names.getOrDefault(login, login))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                item.text("wp:status").equals("publish")
                        ? Day.of(item.text("wp:post_date_gmt"), item.text("wp:post_date"), item.text("pubDate"))
                        : null,
                item.tags(),
                lead,
                channel.language,
                null);
    }

    private static @Nullable String noStory(FeedItem item) {
        var type = item.text("wp:post_type");
        if (!type.equals("post") && !type.equals("page")) return "It is a " + Words.shortened(type, 60) + ".";
        if (!item.text("wp:post_password").isEmpty()) return "It has a password.";
        return switch (item.text("wp:status")) {
            case "trash" -> "It was thrown away.";
            case "auto-draft" -> "Nobody has written it.";
            default -> null;
        };
    }

    private Original feedItem(FeedItem item) {
        var full = item.text("content:encoded");
        var body = full.isEmpty() ? item.text("description") : full;
        var author = item.text("dc:creator").isEmpty() ? item.text("author") : item.text("dc:creator");
        return new Original(
                source(item, item.text("link")),
                item.text("link"),
                title(item.text("title"), body),
                body,
                Kind.STORY,
                null,
                full.isEmpty() ? null : HtmlText.plain(item.text("description")),
                author.isEmpty() ? List.of() : List.of(HtmlText.plain(author)),
                Day.of(item.text("pubDate"), item.text("dc:date")),
                item.tags(),
                item.picture() == null ? null : new Lead(item.picture(), "", ""),
                channel.language,
                null);
    }

    /** A guid is the world's when it is an address, and its channel's when it is not. */
    private String source(FeedItem item, String otherwise) {
        var guid = item.text("guid").isEmpty() ? otherwise : item.text("guid");
        var whole = Address.absolute(guid) != null ? guid : channel.link + " " + guid;
        return Words.shortened(whole, 2_000);
    }

    private static String title(String title, String body) {
        var plain = HtmlText.plain(title);
        return Words.shortened(plain.isEmpty() ? Words.shortened(HtmlText.plain(body), 80) : plain, 290);
    }

    private static @Nullable String language(String tag) {
        return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") ? tag : null;
    }
}
