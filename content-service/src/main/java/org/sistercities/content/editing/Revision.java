package org.sistercities.content.editing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Step;
import org.sistercities.content.story.Story;

/**
 * One step of a story, kept for ever.
 *
 * @param text what it wrote; null for steps that wrote nothing
 */
record Revision(String storyId, Step step, @Nullable Manuscript text) {

    /** The story's last step. */
    static Revision last(Story story) {
        var draft = story.draft();
        var wrote = draft != null && draft.version() == story.last().number() && wroteWords(story.last());
        return new Revision(
                story.id(),
                story.last(),
                wrote ? Objects.requireNonNull(draft).copy().text() : null);
    }

    static String id(String storyId, int number) {
        return storyId + "/" + number;
    }

    String id() {
        return id(storyId, step.number());
    }

    private static boolean wroteWords(Step step) {
        return switch (step.act()) {
            case DRAFTED, WRITTEN, RESTORED -> true;
            default -> false;
        };
    }
}
