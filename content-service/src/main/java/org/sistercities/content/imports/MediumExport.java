package org.sistercities.content.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Refusal.UnreadableExport;
import org.sistercities.content.markdown.Words;
import org.sistercities.content.story.Manuscript.Kind;

/** Medium's archive: a page for each post, among pages of other things. */
final class MediumExport implements Export {
    private static final Pattern POST = Pattern.compile("(?:^|.*/)posts/([^/]+)\\.html", Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("(?:^|-)([0-9a-f]{10,14})$");
    private static final int LARGEST_PAGE = 500_000; // bytes

    private final Parcel parcel;
    private final List<String> pages;

    MediumExport(Parcel parcel) {
        this.parcel = parcel;
        if (!parcel.isArchive()) throw new UnreadableExport("it is no zip archive");
        this.pages = parcel.documents(".html").stream()
                .filter(name -> POST.matcher(name).matches())
                .toList();
        if (pages.isEmpty()) throw new UnreadableExport("there is no posts folder in it");
    }

    @Override
    public int items() {
        return pages.size();
    }

    @Override
    public void forEach(Consumer<Original> each) {
        for (var page : pages) each.accept(original(page));
    }

    private Original original(String page) {
        var name = POST.matcher(page).replaceFirst("$1");
        var id = ID.matcher(name);
        var source = id.find() ? "https://medium.com/p/" + id.group(1) : "medium " + name;
        var html = html(page);
        if (html == null) return Original.skipped(source, name, "It is larger than any post.");
        var post = HtmlText.parsed(html);
        var body = post.selectFirst("section[data-field=body], .e-content");
        if (body == null) return Original.skipped(source, name, "It has no text.");
        var title = title(post, body);
        return new Original(
                source,
                address(post),
                title,
                withoutTitle(body, title).html(),
                Kind.STORY,
                null,
                Words.shortened(
                        post.select("section[data-field=subtitle], .p-summary").text(), 990),
                post.select("footer .p-author").eachText(),
                Day.of(post.select("footer time.dt-published").attr("datetime")),
                post.select(".p-tags a, .p-category").eachText(),
                null,
                null,
                null);
    }

    private @Nullable String html(String page) {
        try (var in = parcel.document(page)) {
            var bytes = in.readNBytes(LARGEST_PAGE + 1);
            return bytes.length > LARGEST_PAGE ? null : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(Element post, Element body) {
        return Stream.of(post.select("h1.p-name").text(), post.select("title").text(), HtmlText.plain(body.html()))
                .map(text -> Words.shortened(text.strip(), 290))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The page repeats its title, and sometimes the subtitle, as the first lines of its text. */
    private static Element withoutTitle(Element body, String title) {
        var first = body.selectFirst("h1, h2, h3, h4");
        if (first != null && first.text().strip().equals(title)) first.remove();
        body.select(".section-divider").remove();
        return body;
    }

    private static String address(Element post) {
        return Stream.of("a.p-canonical", "footer a:has(time.dt-published)")
                .map(post::select)
                .map(links -> links.attr("href"))
                .filter(link -> !link.isEmpty())
                .findFirst()
                .orElse("");
    }
}
