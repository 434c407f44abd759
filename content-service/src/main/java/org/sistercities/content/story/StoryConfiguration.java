package org.sistercities.content.story;

import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the store of stories. No two published ones share a slug. */
@Configuration(proxyBeanMethods = false)
class StoryConfiguration {

    @Bean
    AggregateStore<Story> storyStore(AggregateStores stores) {
        return stores.open("stories", Story.class, Stories.SLUG);
    }
}
