package org.sistercities.content.editing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import java.util.Optional;
import org.sistercities.content.image.ImageUse;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Whether a story shows an image, in what visitors read or in its draft. Reads all stories, as deleting is rare. */
@Component
class ImagesOfStories implements ImageUse {
    private final AggregateStore<Story> stories;

    ImagesOfStories(AggregateStore<Story> storyStore) {
        this.stories = storyStore;
    }

    @Override
    public Optional<String> of(String imageId) {
        var shows = or(
                eq("state.publication.copy.text.leadImage", imageId),
                eq("state.publication.copy.rendition.imageIds", imageId),
                eq("state.draft.copy.text.leadImage", imageId),
                eq("state.draft.copy.rendition.imageIds", imageId));
        return stories.list(shows, null, 1).stream()
                .map(story -> "story " + story.id())
                .findFirst();
    }
}
