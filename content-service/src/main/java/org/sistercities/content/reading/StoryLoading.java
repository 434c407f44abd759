package org.sistercities.content.reading;

import java.time.Duration;
import java.util.List;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.StoryVisitor;
import org.sistercities.contracts.ContentDomainEvent;
import org.sistercities.contracts.ContentDomainEvent.StoryChanged;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.contracts.ContentDomainEvent.StoryUnpublished;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.messaging.Delivered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** At start, shows every story to those who keep them in memory; after that, those that change, whichever replica changed them. */
@Component
public class StoryLoading {
    private static final Logger log = LoggerFactory.getLogger(StoryLoading.class);

    private final AggregateStore<Story> stories;
    private final List<StoryVisitor> visitors;
    private volatile boolean loaded;

    StoryLoading(AggregateStore<Story> storyStore, List<StoryVisitor> visitors) {
        this.stories = storyStore;
        this.visitors = visitors;
    }

    /**
     * Returns when there is something to read from.
     *
     * @throws StillLoading before
     */
    public void mustBeDone() {
        if (!loaded) throw new StillLoading();
    }

    boolean isDone() {
        return loaded;
    }

    void load() {
        long start = System.nanoTime();
        stories.forEach(story -> visitors.forEach(visitor -> visitor.saw(story)));
        loaded = true;
        log.info("Stories read and indexed in {}", Duration.ofNanos(System.nanoTime() - start));
    }

    void on(Delivered<ContentDomainEvent> delivered) {
        switch (delivered.event()) {
            case StoryPublished _, StoryChanged _, StoryUnpublished _ ->
                stories.find(delivered.aggregateId())
                        .ifPresent(story -> visitors.forEach(visitor -> visitor.saw(story)));
            case StoryDrafted _ -> {} // nobody's to read yet
        }
    }
}
