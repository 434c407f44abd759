package org.sistercities.platform.aggregate;

import org.sistercities.platform.database.DatabaseProblems;
import org.sistercities.platform.outbox.EventQueue;
import org.sistercities.platform.outbox.OutboxRelay;
import org.sistercities.platform.problem.ProblemSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Aggregate stores on the service's own database. */
@AutoConfiguration(before = DataMongoAutoConfiguration.class)
@ConditionalOnClass(MongoDatabaseFactory.class)
class AggregateAutoConfiguration {

    /** Dates are stored as UTC instants, whatever the zone of the machine. */
    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(adapter -> adapter.useNativeDriverJavaTimeCodecs());
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
