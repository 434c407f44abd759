package org.sistercities.city.network;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Surveys the network again and again beside the requests, when it has changed. Only the first request of all may wait. */
@Component
class Surveys {
    private final CurrentGraph graph;
    private final Clock clock;
    private volatile @Nullable Survey newest;

    Surveys(CurrentGraph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** The newest survey: less than half a minute behind. */
    Survey newest() {
        var survey = newest;
        return survey != null ? survey : renewed();
    }

    @Scheduled(fixedDelayString = "${sistercities.network.survey-every:20s}")
    void renew() {
        renewed();
    }

    private synchronized Survey renewed() {
        var survey = newest;
        var now = graph.get();
        if (survey == null || !survey.graph().equals(now)) newest = survey = new Survey(now, clock.instant());
        return survey;
    }
}
