package org.sistercities.content.reading;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.names.CityNames;
import org.sistercities.content.site.Conditional;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Stories for visitors, from memory. */
@RestController
@RequestMapping("/api/v1/stories")
@Public
class ReadingController {
    private static final String PATH = "/api/v1/stories/";

    private final StoryLoading loading;
    private final Catalog catalog;
    private final Pages pages;
    private final CityNames names;
    private final Pictures pictures;
    private final JsonMapper json;
    private final AggregateStore<Story> stories;

    ReadingController(
            StoryLoading loading,
            Catalog catalog,
            Pages pages,
            CityNames names,
            Pictures pictures,
            JsonMapper json,
            AggregateStore<Story> storyStore) {
        this.loading = loading;
        this.catalog = catalog;
        this.pages = pages;
        this.names = names;
        this.pictures = pictures;
        this.json = json;
        this.stories = storyStore;
    }

    /** Published stories, newest first. */
    @GetMapping
    ResponseEntity<byte[]> list(
            @Valid @ModelAttribute Choice choice,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        loading.mustBeDone();
        var page = catalog.list(choice.facets(), cursor, limit);
        var state = page.items().stream().map(pages::stamp).collect(Collectors.joining("\n", "", "\n" + page.next()));
        return list(state, known, page);
    }

    /** The parts of a series in one language, in their order. */
    @GetMapping("/series/{series}")
    ResponseEntity<byte[]> series(
            @PathVariable String series,
            @RequestParam(defaultValue = "en") String language,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        loading.mustBeDone();
        var parts = catalog.series(series, language);
        var state = parts.stream().map(pages::stamp).collect(Collectors.joining("\n"));
        return list(state, known, new Page<>(parts, null));
    }

    /** A story in the language its reader likes best, by the address or id of any of its translations. */
    @GetMapping("/translations/{slugOrId}")
    ResponseEntity<byte[]> translation(
            @PathVariable String slugOrId,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        loading.mustBeDone();
        var group = catalog.bySlugOrId(slugOrId).map(Teaser::group).orElse(slugOrId);
        var translations = catalog.translations(group);
        if (translations.isEmpty()) throw new NoSuchAggregate("story", slugOrId);
        var best = Languages.best(translations, accepted);
        var answer = page(best, known);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LOCATION, path(best.slug()))
                .body(answer.getBody());
    }

    /** One story by its slug or id. A former slug leads to the present one; a draft is shown to those who write. */
    @GetMapping("/{slugOrId}")
    ResponseEntity<byte[]> story(
            @PathVariable String slugOrId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            Caller caller) {
        loading.mustBeDone();
        var story = catalog.bySlugOrId(slugOrId).orElse(null);
        if (story == null) return draft(slugOrId, caller);
        if (story.slug().equals(slugOrId) || story.id().equals(slugOrId)) return page(story, known);
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(path(story.slug())))
                .cacheControl(Conditional.PUBLIC)
                .build();
    }

    private ResponseEntity<byte[]> list(String state, @Nullable String known, Page<Teaser> page) {
        var etag = Conditional.tag(state);
        return Conditional.answer(
                etag,
                known,
                MediaType.APPLICATION_JSON,
                () -> pages.kept(
                        etag, () -> json.writeValueAsBytes(page.map(story -> StoryItem.of(story, names, pictures)))));
    }

    private ResponseEntity<byte[]> page(Teaser story, @Nullable String known) {
        var etag = pages.etag(story);
        if (Conditional.isKnown(etag, known)) return in(story, Conditional.notModified(etag));
        var sheet = pages.page(story, etag).orElseThrow(() -> new NoSuchAggregate("story", story.id()));
        return in(story, Conditional.answer(sheet.etag(), known, MediaType.APPLICATION_JSON, sheet::bytes));
    }

    private static ResponseEntity<byte[]> in(Teaser story, ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.CONTENT_LANGUAGE, story.language())
                .body(answer.getBody());
    }

    private ResponseEntity<byte[]> draft(String id, Caller caller) {
        var story = stories.find(Story.mayRead(caller) ? id : "").orElseThrow(() -> new NoSuchAggregate("story", id));
        return ResponseEntity.ok()
                .eTag(story.etag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(StoryPage.of(story, pictures, null)));
    }

    private static String path(String slug) {
        return PATH + java.net.URLEncoder.encode(slug, StandardCharsets.UTF_8);
    }
}
