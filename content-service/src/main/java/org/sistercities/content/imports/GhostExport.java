package org.sistercities.content.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Original.Lead;
import org.sistercities.content.imports.Refusal.UnreadableExport;
import org.sistercities.content.markdown.Words;
import org.sistercities.content.story.Manuscript.Kind;
import org.sistercities.content.story.Slug;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ghost's JSON: the tables of its database in no certain order. Looked through once for tags, people and what belongs to what, and once
 * more for the posts, one row in memory at a time.
 */
final class GhostExport implements Export {
    private static final String SITE = "__GHOST_URL__";
    private static final int MOST_ROWS = 200_000;
    private static final Set<String> NOTED = Set.of("tags", "users", "posts_tags", "posts_authors", "posts_meta");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(2_000_000)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .build();

    private final Parcel parcel;
    private final List<String> documents;
    private final @Nullable String site;
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, List<String>> tagsOf = new HashMap<>();
    private final Map<String, List<String>> authorsOf = new HashMap<>();
    private final Map<String, Lead> saidOfLead = new HashMap<>();
    private int items;
    private int rows;

    /** @param site where it was, for which Ghost writes a sign only */
    GhostExport(Parcel parcel, @Nullable String site) {
        this.parcel = parcel;
        this.site = site == null ? null : site.replaceAll("/+$", "");
        this.documents = parcel.documents(".json");
        if (documents.isEmpty()) throw new UnreadableExport("there is no JSON file in it");
        documents.forEach(document -> read(document, this::note));
        if (items == 0 && rows == 0) throw new UnreadableExport("it has none of Ghost's tables");
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void forEach(Consumer<Original> each) {
        for (var document : documents)
            read(document, (table, row) -> {
                if (table.equals("posts")) each.accept(original(row));
            });
    }

    private void read(String document, BiConsumer<String, JsonNode> each) {
        try (var in = parcel.document(document);
                var json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new UnreadableExport("it is no JSON object");
            enter(json, each);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) throw new UncheckedIOException(io);
            throw new UnreadableExport("its JSON is broken, or nested or long beyond reason");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {"db":[{"data":{…}}]}}, or older {@code {"data":{…}}}. */
    private static void enter(JsonParser json, BiConsumer<String, JsonNode> each) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (name.equals("db") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) enter(json, each);
            } else if (name.equals("data") && value == JsonToken.START_OBJECT) tables(json, each);
            else json.skipChildren();
        }
    }

    private static void tables(JsonParser json, BiConsumer<String, JsonNode> each) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var table = json.currentName();
            boolean isRead =
                    json.nextToken() == JsonToken.START_ARRAY && (NOTED.contains(table) || table.equals("posts"));
            if (!isRead) json.skipChildren();
            else while (json.nextToken() == JsonToken.START_OBJECT) each.accept(table, json.readValueAsTree());
        }
    }

    private void note(String table, JsonNode row) {
        if (++rows > MOST_ROWS) throw new UnreadableExport("it has more than " + MOST_ROWS + " rows");
        switch (table) {
            case "posts" -> items++;
            case "tags" -> tags.put(text(row, "id"), text(row, "name"));
            case "users" -> people.put(text(row, "id"), text(row, "name"));
            case "posts_tags" -> belongs(tagsOf, row, "tag_id");
            case "posts_authors" -> belongs(authorsOf, row, "author_id");
            default ->
                saidOfLead.put(
                        text(row, "post_id"),
                        new Lead("", text(row, "feature_image_alt"), text(row, "feature_image_caption")));
        }
    }

    private static void belongs(Map<String, List<String>> of, JsonNode row, String what) {
        of.computeIfAbsent(text(row, "post_id"), _ -> new ArrayList<>()).add(text(row, what));
    }

    private Original original(JsonNode post) {
        var id = text(post, "id");
        var uuid = text(post, "uuid");
        var source = "ghost " + Words.shortened(uuid.isEmpty() ? id : uuid, 200);
        var html = text(post, "html");
        var body = html.isEmpty() ? escaped(text(post, "plaintext")) : html;
        var title = Words.shortened(text(post, "title").isBlank() ? HtmlText.plain(body) : text(post, "title"), 290);
        var type = text(post, "type");
        var isPublished =
                text(post, "status").equals("published") || text(post, "status").equals("sent");
        return new Original(
                source,
                address(post),
                title,
                atHome(body),
                type.equals("page") || post.path("page").asBoolean(false) ? Kind.PAGE : Kind.STORY,
                Slug.of(text(post, "slug")),
                text(post, "custom_excerpt"),
                authors(post, id),
                isPublished ? Day.of(text(post, "published_at")) : null,
                tagsOf.getOrDefault(id, List.of()).stream()
                        .map(tags::get)
                        .filter(Objects::nonNull)
                        .filter(tag -> !tag.startsWith("#")) // Ghost's own, which no reader sees
                        .toList(),
                lead(post, id),
                null,
                null);
    }

    private @Nullable Lead lead(JsonNode post, String id) {
        var picture = text(post, "feature_image");
        if (picture.isEmpty()) return null;
        var said = saidOfLead.getOrDefault(id, new Lead("", "", ""));
        return new Lead(atHome(picture), said.alt(), said.caption());
    }

    private List<String> authors(JsonNode post, String id) {
        var ids = authorsOf.getOrDefault(id, List.of(text(post, "author_id")));
        return ids.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .toList();
    }

    private @Nullable String address(JsonNode post) {
        var canonical = text(post, "canonical_url");
        if (!canonical.isEmpty()) return atHome(canonical);
        var slug = text(post, "slug");
        return site == null || slug.isEmpty() ? null : site + "/" + slug + "/";
    }

    private String atHome(String text) {
        return site == null ? text : text.replace(SITE, site);
    }

    private static String escaped(String plain) {
        return "<p>" + plain.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\n\\s*\\n", "\n<p>");
    }

    private static String text(JsonNode row, String name) {
        var value = row.path(name);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }
}
