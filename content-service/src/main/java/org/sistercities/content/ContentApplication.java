package org.sistercities.content;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stories and press releases, and the drafts that other services' events start. */
@SpringBootApplication
public class ContentApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContentApplication.class, arguments);
    }
}
