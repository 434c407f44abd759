package org.sistercities.platform.audit;

import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.sistercities.platform.database.IndexedCollection;
import org.sistercities.platform.security.SecurityProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** An audit trail in the service's own database. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnClass(MongoDatabaseFactory.class)
class AuditAutoConfiguration {

    @Bean
    AuditTrail auditTrail(MongoDatabaseFactory databases) {
        return new AuditTrail(new IndexedCollection(databases
                .getMongoDatabase()
                .getCollection("audit")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))));
    }

    @Bean
    AuditFilter auditFilter(AuditTrail trail, SecurityProperties security, Clock clock, MeterRegistry metrics) {
        return new AuditFilter(trail, security, clock, metrics);
    }

    @Bean
    AuditController auditController(AuditTrail trail) {
        return new AuditController(trail);
    }
}
