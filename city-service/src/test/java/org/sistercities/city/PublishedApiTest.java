package org.sistercities.city;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.api.PublishedApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedApiTest {

    @Test
    void the_published_description_is_true_and_nothing_clients_rely_on_is_gone(@Autowired ApplicationContext context)
            throws IOException {
        PublishedApi.check(context, "city-service");
    }
}
