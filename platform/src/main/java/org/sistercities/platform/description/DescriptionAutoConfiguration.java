package org.sistercities.platform.description;

import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;

/** A service that has a description publishes it. */
@AutoConfiguration
@ConditionalOnResource(resources = "classpath:openapi.json")
class DescriptionAutoConfiguration {

    @Bean
    DescriptionController descriptionController() throws IOException {
        return new DescriptionController(new ClassPathResource("openapi.json"));
    }
}
