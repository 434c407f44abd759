package org.sistercities.platform.aggregate;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.sistercities.platform.database.DatabaseProblems;
import org.sistercities.platform.outbox.EventQueue;
import org.sistercities.platform.outbox.OutboxRelay;
import org.sistercities.platform.problem.ProblemSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Aggregate stores on the service's own database. */
@AutoConfiguration(before = DataMongoAutoConfiguration.class)
@ConditionalOnClass(MongoDatabaseFactory.class)
class AggregateAutoConfiguration {
    private static final int LONGEST_SEARCH_SECONDS = 3; // the gateway waits five

    /** Dates are stored as UTC instants, whatever the zone of the machine. */
    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(adapter -> adapter.useNativeDriverJavaTimeCodecs());
    }

    /** A database that is away is told before the gateway stops waiting; {@code serverSelectionTimeoutMS} in the URI overrides it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer answersBeforeTheGatewayGivesUp() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(LONGEST_SEARCH_SECONDS, SECONDS));
    }

    @Bean
    ProblemSource databaseProblems() {
        return new DatabaseProblems();
    }

    @Bean
    AggregateStores aggregateStores(
            MongoDatabaseFactory databases, MongoConverter converter, EventQueue queue, OutboxRelay relay) {
        return new AggregateStores(databases, converter, queue, relay);
    }
}
