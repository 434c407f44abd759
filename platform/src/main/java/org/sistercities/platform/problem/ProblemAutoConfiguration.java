package org.sistercities.platform.problem;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Problems instead of Spring Boot's error page. */
@AutoConfiguration(before = ErrorWebFluxAutoConfiguration.class)
class ProblemAutoConfiguration {

    @Bean
    Problems problems(ObjectProvider<ProblemSource> sources) {
        return new Problems(sources.orderedStream().toList());
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, ObjectProvider<ProblemPage> page, JsonMapper json) {
        return new ProblemWriter(problems, page.getIfAvailable(() -> (request, problem) -> Optional.empty()), json);
    }
}
