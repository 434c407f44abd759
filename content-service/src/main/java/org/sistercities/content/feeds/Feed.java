package org.sistercities.content.feeds;

import java.time.Instant;
import java.util.List;
import org.sistercities.content.image.Picture;
import org.sistercities.content.reading.Teaser;
import org.sistercities.content.story.Credit;

/**
 * The newest stories, for those who follow.
 *
 * @param self where the feed itself is
 */
record Feed(String title, String siteUrl, String self, List<Item> items) {

    /** A story of the feed. */
    record Item(Teaser story, String id, String url, String html, List<Picture> pictures) {

        List<String> authors() {
            return story.credits().stream()
                    .filter(Credit::wroteIt)
                    .map(Credit::who)
                    .distinct()
                    .toList();
        }
    }

    /** When something in it last changed. */
    Instant updated() {
        return items.stream()
                .map(item -> item.story().changedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
