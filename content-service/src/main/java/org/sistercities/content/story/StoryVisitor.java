package org.sistercities.content.story;

import org.sistercities.platform.aggregate.Stored;

/** Is shown every story: at start, and whenever one has changed; some states more than once, and now and then a late one. */
public interface StoryVisitor {

    /** A story as it stands, or stood a moment ago. */
    void saw(Stored<Story> story);
}
