package org.sistercities.content.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.sistercities.content.reading.StoryItem;

/** A story that was searched, with where it has the words. */
record FoundStory(@JsonUnwrapped StoryItem story, Highlight highlight) {

    /** As HTML: the words found in {@code <mark>}, nothing else but text. */
    record Highlight(String headline, String text) {}
}
