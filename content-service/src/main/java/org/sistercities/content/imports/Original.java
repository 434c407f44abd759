package org.sistercities.content.imports;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;
import org.sistercities.platform.aggregate.IdempotentRequest;

/**
 * One item of an export, as its system wrote it.
 *
 * @param source by which the system tells it from all others, in all its exports
 * @param url where it was, or is, to be read
 * @param body HTML
 * @param day it was first published on; null for what never was
 * @param lead the picture above it
 * @param notBecause why it is no story; null when it is one
 */
record Original(
        String source,
        @Nullable String url,
        String title,
        String body,
        Manuscript.Kind kind,
        @Nullable String slug,
        @Nullable String excerpt,
        List<String> authors,
        @Nullable LocalDate day,
        List<String> tags,
        @Nullable Lead lead,
        @Nullable String language,
        @Nullable String notBecause) {
    private static final int ID_LENGTH = 32;

    /**
     * A picture that stands above an item.
     *
     * @param alt what it shows; empty when nobody said
     * @param caption what is written below it, as HTML; empty for nothing
     */
    record Lead(String address, String alt, String caption) {}

    static Original skipped(String source, String title, String why) {
        return new Original(
                source,
                null,
                title,
                "",
                Manuscript.Kind.STORY,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                why);
    }

    /** The story's id, whenever and in whatever format the item comes. */
    String storyId() {
        return IdempotentRequest.sha256("imported/" + source).substring(0, ID_LENGTH);
    }

    /** What the place it came from is called. */
    @Nullable
    String platform() {
        var address = Address.absolute(url);
        if (address == null) return null;
        var host = String.valueOf(URI.create(address).getHost());
        return host.equals("medium.com") || host.endsWith(".medium.com") ? "Medium" : host;
    }
}
