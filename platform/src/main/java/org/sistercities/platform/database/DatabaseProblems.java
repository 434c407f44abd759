package org.sistercities.platform.database;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Optional;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.sistercities.platform.problem.ProblemSource;
import org.sistercities.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A database that does not answer is no fault of the caller, and nothing to hide as "empty"; a date it cannot keep is. */
public final class DatabaseProblems implements ProblemSource {

    @Override
    public Optional<ProblemDetail> problem(Throwable failure) {
        if (failure instanceof CodecConfigurationException e && e.getCause() instanceof ArithmeticException)
            return Optional.of(Problems.named(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unheard-of-date", "A date lies too far away to be kept."));
        if (!(failure instanceof MongoException e) || !isOutage(e)) return Optional.empty();
        return Optional.of(Problems.named(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "The database did not answer in time. Ask again with the same Idempotency-Key: if the first try was"
                        + " carried out, it will not be repeated."));
    }

    private static boolean isOutage(MongoException e) {
        return e instanceof MongoTimeoutException
                || e instanceof MongoSocketException
                || e instanceof MongoInterruptedException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoExecutionTimeoutException
                || e instanceof MongoWriteConcernException;
    }
}
