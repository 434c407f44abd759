package org.sistercities.content.editing;

import java.time.Clock;
import java.util.List;
import org.sistercities.content.image.ImageMissing;
import org.sistercities.content.story.Refused;
import org.sistercities.content.story.Step;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.problem.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes and unpublishes on time. It runs in every replica: who stores the step first has done it, the others find nothing
 * due any more. What was due while nobody ran is done at the next start.
 */
@Component
class Deadlines {
    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);
    private static final int BATCH = 100;

    private final Newsroom newsroom;
    private final Clock clock;

    Deadlines(Newsroom newsroom, Clock clock) {
        this.newsroom = newsroom;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.stories.deadlines-every:500ms}")
    void meet() {
        try {
            List<Stored<Story>> due;
            do {
                due = newsroom.due(clock.instant(), BATCH);
                due.forEach(this::meet);
            } while (due.size() == BATCH);
        } catch (RuntimeException e) {
            log.warn("What is due waits for the next look: {}", e.toString());
        }
    }

    /** One story that cannot be published keeps no other waiting. */
    private void meet(Stored<Story> story) {
        try {
            newsroom.change(
                    story.id(), now -> now.press(Step.SYSTEM, clock.instant()).onTime());
        } catch (Refused.SlugTaken | Refused.LanguageTaken | ImageMissing e) {
            putOff(story.id(), e);
        } catch (RuntimeException e) {
            log.warn("What is due with story {} waits for the next look: {}", story.id(), e.toString());
        }
    }

    private void putOff(String id, Rejection why) {
        newsroom.change(id, story -> story.press(Step.SYSTEM, clock.instant()).notPublished(why.getMessage()));
    }
}
