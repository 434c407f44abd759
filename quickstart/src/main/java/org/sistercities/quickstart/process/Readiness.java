package org.sistercities.quickstart.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service whether it is ready, as an orchestrator would. */
public final class Readiness {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);
    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(2);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(FOR_AN_ANSWER)
            .build();

    /** Returns once the service is ready, or false when its process has ended before. */
    public boolean await(ServiceProcess service, int managementPort) throws InterruptedException {
        while (!isReady(managementPort)) {
            if (!service.isAlive()) return false;
            Thread.sleep(BETWEEN_QUESTIONS);
        }
        return true;
    }

    private boolean isReady(int managementPort) throws InterruptedException {
        var question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                .timeout(FOR_AN_ANSWER)
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
