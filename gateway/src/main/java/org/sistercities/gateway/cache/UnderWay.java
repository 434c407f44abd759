package org.sistercities.gateway.cache;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sistercities.gateway.cache.Answers.Question;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets one of many equal requests through; the others wait until it is decided whether its answer is theirs, too. */
final class UnderWay {
    private final ConcurrentMap<Question, Sinks.One<End>> asked = new ConcurrentHashMap<>();
    private final Duration patience;

    UnderWay(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs one of the two.
     *
     * @param mayWait whether, when another asks already, it is waited for; its failure is then this request's, too
     * @param ask what the first does; it is given what to call when the others need not wait any longer
     * @param otherwise what is done when the other's answer is there, or did not come in time
     * @param anew what is done when the other has gone away without an answer
     */
    Mono<Void> once(
            Question question,
            boolean mayWait,
            Function<Runnable, Mono<Void>> ask,
            Supplier<Mono<Void>> otherwise,
            Supplier<Mono<Void>> anew) {
        var own = Sinks.<End>one();
        var other = asked.putIfAbsent(question, own);
        if (other == null) return first(question, own, ask);
        if (!mayWait) return otherwise.get();
        return other.asMono()
                .timeout(patience, Mono.just(End.DECIDED))
                .flatMap(end -> (end == End.DECIDED ? otherwise : anew).get());
    }

    /** Whatever becomes of it, a client that hangs up included, nobody waits for it afterwards. */
    private Mono<Void> first(Question question, Sinks.One<End> own, Function<Runnable, Mono<Void>> ask) {
        Runnable decided = () -> end(question, own, End.DECIDED);
        return ask.apply(decided)
                .doOnError(failure -> {
                    asked.remove(question, own);
                    own.tryEmitError(failure);
                })
                .doOnCancel(() -> end(question, own, End.GONE))
                .doFinally(end -> decided.run());
    }

    private void end(Question question, Sinks.One<End> own, End end) {
        asked.remove(question, own);
        own.tryEmitValue(end);
    }

    /** How waiting for another ends; what is said first counts. */
    private enum End {
        DECIDED,
        GONE
    }
}
