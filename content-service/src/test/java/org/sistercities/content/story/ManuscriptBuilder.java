package org.sistercities.content.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript.Kind;

/** A manuscript a test cares about in a few points only. */
final class ManuscriptBuilder {
    private Kind kind = Kind.STORY;
    private @Nullable String slug;
    private String headline = "Nobody had to travel";
    private String body = "There was one ceremony and *two* rooms.";
    private @Nullable Dateline dateline;
    private @Nullable LocalDate publishedOn;

    static ManuscriptBuilder aStory() {
        return new ManuscriptBuilder();
    }

    static ManuscriptBuilder aPressRelease() {
        var release = new ManuscriptBuilder();
        release.kind = Kind.PRESS_RELEASE;
        return release;
    }

    ManuscriptBuilder at(String slug) {
        this.slug = slug;
        return this;
    }

    ManuscriptBuilder headed(String headline) {
        this.headline = headline;
        return this;
    }

    ManuscriptBuilder saying(String body) {
        this.body = body;
        return this;
    }

    ManuscriptBuilder from(String place, LocalDate date) {
        this.dateline = new Dateline(place, date);
        return this;
    }

    ManuscriptBuilder publishedOn(LocalDate day) {
        this.publishedOn = day;
        return this;
    }

    Manuscript done() {
        return new Manuscript(
                kind,
                slug,
                headline,
                null,
                body,
                dateline,
                List.of(),
                List.of(),
                List.of("lockport", "asiago"),
                List.of("lockport-asiago"),
                List.of(),
                List.of(),
                publishedOn);
    }
}
