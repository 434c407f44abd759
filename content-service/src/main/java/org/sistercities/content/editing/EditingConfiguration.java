package org.sistercities.content.editing;

import org.sistercities.content.markdown.Typesetter;
import org.sistercities.content.site.Site;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Opens the stories and their archive. No two stories share an address, present or former, or an edition. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({Site.class, PreviewProperties.class})
class EditingConfiguration {

    @Bean
    AggregateStore<Story> storyStore(AggregateStores stores) {
        return stores.open("stories", Story.class, "slugs", "edition", "due", "desk", "flagged");
    }

    @Bean
    AggregateStore<Revision> revisionStore(AggregateStores stores) {
        return stores.open("revisions", Revision.class);
    }

    @Bean
    Typesetter typesetter(Site site) {
        return new Typesetter(site.host());
    }
}
