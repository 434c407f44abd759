package org.sistercities.platform.problem;

import java.util.Optional;
import org.springframework.http.ProblemDetail;

/** Knows the problem behind some kind of failure, such as a database that does not answer. */
@FunctionalInterface
public interface ProblemSource {
    Optional<ProblemDetail> problem(Throwable failure);
}
