package org.sistercities.content.image;

import org.sistercities.content.darkroom.Darkroom;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Opens the images and the room where they are made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImagesProperties.class)
class ImageConfiguration {

    @Bean
    AggregateStore<Image> imageStore(AggregateStores stores) {
        return stores.open("images", Image.class, "changed");
    }

    @Bean
    @ConditionalOnProperty(name = "sistercities.images.store", havingValue = "gridfs", matchIfMissing = true)
    ImageStore imageFiles(MongoDatabaseFactory databases) {
        return new GridFsImages(databases);
    }

    @Bean
    Darkroom darkroom(ImagesProperties properties) {
        return new Darkroom(properties.decoders());
    }
}
