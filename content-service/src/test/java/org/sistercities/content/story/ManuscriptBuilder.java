package org.sistercities.content.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.markdown.Typesetter;
import org.sistercities.content.story.Manuscript.Kind;

/** A manuscript a test cares about in a few points only. */
public final class ManuscriptBuilder {
    private static final Typesetter TYPESETTER = new Typesetter("localhost");

    private Kind kind = Kind.STORY;
    private @Nullable String slug;
    private String headline = "Nobody had to travel";
    private String body = "There was one ceremony and *two* rooms.";
    private String language = "en";
    private @Nullable String translationOf;
    private @Nullable Dateline dateline;
    private @Nullable Instant embargoUntil;
    private List<String> cityIds = List.of("lockport", "asiago");
    private List<String> tags = List.of();
    private List<Credit> credits = List.of();
    private @Nullable Series series;
    private List<Syndication> syndications = List.of();
    private @Nullable LocalDate publishedOn;

    public static ManuscriptBuilder aStory() {
        return new ManuscriptBuilder();
    }

    public static ManuscriptBuilder aPressRelease() {
        return new ManuscriptBuilder().kind(Kind.PRESS_RELEASE);
    }

    public ManuscriptBuilder kind(Kind kind) {
        this.kind = kind;
        return this;
    }

    public ManuscriptBuilder at(String slug) {
        this.slug = slug;
        return this;
    }

    public ManuscriptBuilder headed(String headline) {
        this.headline = headline;
        return this;
    }

    public ManuscriptBuilder saying(String body) {
        this.body = body;
        return this;
    }

    public ManuscriptBuilder in(String language) {
        this.language = language;
        return this;
    }

    public ManuscriptBuilder translationOf(String id) {
        this.translationOf = id;
        return this;
    }

    public ManuscriptBuilder from(String place, LocalDate date) {
        this.dateline = new Dateline(place, date);
        return this;
    }

    public ManuscriptBuilder embargoedUntil(Instant time) {
        this.embargoUntil = time;
        return this;
    }

    public ManuscriptBuilder about(String... cities) {
        this.cityIds = List.of(cities);
        return this;
    }

    public ManuscriptBuilder tagged(String... tags) {
        this.tags = List.of(tags);
        return this;
    }

    public ManuscriptBuilder creditedTo(Credit... credits) {
        this.credits = List.of(credits);
        return this;
    }

    public ManuscriptBuilder part(int part, String series) {
        this.series = new Series(series, part);
        return this;
    }

    public ManuscriptBuilder syndicated(Syndication... syndications) {
        this.syndications = List.of(syndications);
        return this;
    }

    public ManuscriptBuilder publishedOn(LocalDate day) {
        this.publishedOn = day;
        return this;
    }

    public Manuscript done() {
        return new Manuscript(
                kind,
                slug,
                headline,
                null,
                body,
                language,
                translationOf,
                dateline,
                embargoUntil,
                credits,
                null,
                List.of(),
                cityIds,
                List.of("lockport-asiago"),
                List.of(),
                null,
                tags,
                series,
                syndications,
                publishedOn);
    }

    public Copy copy() {
        var text = done();
        return new Copy(text, TYPESETTER.set(text.body()));
    }
}
