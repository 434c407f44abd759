package org.sistercities.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.jsr310.LocalDateCodec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseProblemsTest {
    private final DatabaseProblems problems = new DatabaseProblems();

    @Test
    void a_date_that_cannot_be_kept_is_its_senders_affair() {
        var writer = new BsonDocumentWriter(new BsonDocument());
        writer.writeStartDocument();
        writer.writeName("date");
        var failure = catchThrowable(() -> new LocalDateCodec()
                .encode(writer, LocalDate.MIN, EncoderContext.builder().build()));
        assertThat(problems.problem(failure)).hasValueSatisfying(problem -> {
            assertThat(problem.getStatus()).isEqualTo(422);
            assertThat(problem.getType()).hasToString("/problems/unheard-of-date");
        });
    }

    @Test
    void a_class_nobody_can_write_is_ours() {
        assertThat(problems.problem(new CodecConfigurationException("no codec")))
                .isEmpty();
    }
}
