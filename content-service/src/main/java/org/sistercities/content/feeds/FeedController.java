package org.sistercities.content.feeds;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.reading.Choice;
import org.sistercities.content.reading.Pages;
import org.sistercities.content.reading.Pictures;
import org.sistercities.content.reading.Reading;
import org.sistercities.content.reading.Teaser;
import org.sistercities.content.site.Conditional;
import org.sistercities.content.site.Site;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.security.Public;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Feeds of the site, and of everything stories can be listed by. */
@RestController
@RequestMapping("/api/v1/stories/feeds")
@Public
class FeedController {
    private static final int ITEMS = 30;

    private final Reading reading;
    private final Pages pages;
    private final Pictures pictures;
    private final Site site;

    FeedController(Reading reading, Pages pages, Pictures pictures, Site site) {
        this.reading = reading;
        this.pages = pages;
        this.pictures = pictures;
        this.site = site;
    }

    /** The newest stories that fit the choice. */
    @GetMapping("/{file}")
    ResponseEntity<byte[]> feed(
            @PathVariable String file,
            @Valid @ModelAttribute Choice choice,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var format = Arrays.stream(Format.values())
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new NoSuchAggregate("feed", file));
        var stories = reading.newest(choice, ITEMS);
        var self = site.api("/feeds/" + file + choice.query());
        var etag = Conditional.tag(stories.stream().map(pages::stamp).collect(Collectors.joining("\n", self, "")));
        return Conditional.answer(
                etag, known, format.type(), () -> pages.kept(etag, () -> made(format, self, stories)));
    }

    private byte[] made(Format format, String self, List<Teaser> stories) {
        var html = pages.html(stories);
        var items = stories.stream()
                .map(story -> new Feed.Item(
                        story,
                        site.api("/" + story.id()),
                        site.story(story.slug()),
                        html.getOrDefault(story.id(), ""),
                        pictures.of(story)))
                .toList();
        return format.write(new Feed(site.name(), site.url(), self, items));
    }
}
