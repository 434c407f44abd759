package org.sistercities.city;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** City Search over every city, partnerships and how they are signed. */
@EnableScheduling
@SpringBootApplication
public class CityApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CityApplication.class, arguments);
    }
}
