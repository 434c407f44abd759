package org.sistercities.content.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item of a feed or of a WordPress export, as far as it is of use here. */
final class FeedItem {
    private static final Set<String> WANTED = Set.of(
            "title",
            "link",
            "guid",
            "pubDate",
            "author",
            "description",
            "dc:creator",
            "dc:date",
            "content:encoded",
            "excerpt:encoded",
            "wp:post_id",
            "wp:post_date_gmt",
            "wp:post_date",
            "wp:post_name",
            "wp:status",
            "wp:post_type",
            "wp:post_password",
            "wp:attachment_url");
    private static final Set<String> META = Set.of("_thumbnail_id", "_wp_attachment_image_alt");
    private static final int MOST_TAGS = 200;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> meta = new HashMap<>();
    private final List<String> tags = new ArrayList<>();
    private @Nullable String picture;

    /** The item that has just begun. */
    static FeedItem read(XmlFile xml) {
        var item = new FeedItem();
        int own = xml.depth();
        for (var name = xml.next(own); name != null; name = xml.next(own)) item.take(name, xml);
        return item;
    }

    private void take(String name, XmlFile xml) {
        switch (name) {
            case "category" -> {
                var domain = xml.attribute("domain");
                boolean isTopic = domain == null || domain.equals("category") || domain.equals("post_tag");
                isTopic &= !"uncategorized".equals(xml.attribute("nicename")); // what WordPress says of what has none
                var tag = HtmlText.plain(xml.text());
                if (isTopic && tags.size() < MOST_TAGS) tags.add(tag);
            }
            case "wp:postmeta" -> takeMeta(xml);
            case "enclosure", "media:content", "media:thumbnail" -> {
                if (picture == null && isPicture(xml)) picture = xml.attribute("url");
                xml.skip();
            }
            default -> {
                if (WANTED.contains(name)) texts.putIfAbsent(name, xml.text());
                else xml.skip();
            }
        }
    }

    private static boolean isPicture(XmlFile xml) {
        var type = xml.attribute("type");
        return type == null ? "image".equals(xml.attribute("medium")) : type.startsWith("image/");
    }

    private void takeMeta(XmlFile xml) {
        int own = xml.depth();
        String key = "";
        String value = "";
        for (var name = xml.next(own); name != null; name = xml.next(own)) {
            if (name.equals("wp:meta_key")) key = xml.text().strip();
            else if (name.equals("wp:meta_value") && META.contains(key))
                value = xml.text().strip();
            else xml.skip();
        }
        if (META.contains(key)) meta.putIfAbsent(key, value);
    }

    /** Empty when there is none. */
    String text(String name) {
        return texts.getOrDefault(name, "").strip();
    }

    /** Such as the key of the picture that stands for it; empty when there is none. */
    String meta(String key) {
        return meta.getOrDefault(key, "");
    }

    List<String> tags() {
        return tags;
    }

    @Nullable
    String picture() {
        return picture;
    }
}
