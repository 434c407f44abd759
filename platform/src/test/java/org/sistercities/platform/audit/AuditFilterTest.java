package org.sistercities.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sistercities.platform.database.IndexedCollection;
import org.sistercities.platform.security.SecurityProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditFilterTest {

    @Test
    void what_cannot_be_noted_is_counted_and_logged_and_the_answer_goes_out(CapturedOutput output) {
        var metrics = new SimpleMeterRegistry();
        try (var mongo = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var trail = new AuditTrail(
                    new IndexedCollection(mongo.getDatabase("none").getCollection("audit")));
            var filter = new AuditFilter(trail, new SecurityProperties("roles"), Clock.systemUTC(), metrics);
            var exchange = MockServerWebExchange.from(MockServerHttpRequest.put("/api/v1/stories/1"));
            var editor = new JwtAuthenticationToken(Jwt.withTokenValue("t")
                    .header("alg", "RS256")
                    .subject("edith")
                    .claim("roles", List.of("editor"))
                    .build());

            filter.filter(exchange.mutate().principal(Mono.just(editor)).build(), chained -> {
                        chained.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
                        return chained.getResponse().setComplete();
                    })
                    .block();

            assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
            assertThat(metrics.counter("sistercities.audit.lost").count()).isEqualTo(1);
            assertThat(output).contains("Not noted in the audit trail").contains("subject=edith");
        }
    }
}
