package org.sistercities.system.crash;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Put on a service's class path by a test: halts it once the database has carried out the chosen step, before it hears of it. */
@AutoConfiguration
@ConditionalOnProperty(Step.PROPERTY)
public class CrashPoints {

    @Bean
    MongoClientSettingsBuilderCustomizer haltAfter(@Value("${" + Step.PROPERTY + "}") Step step) {
        return settings -> settings.addCommandListener(new HaltAfter(step));
    }

    private record HaltAfter(Step step, Set<Integer> matching) implements CommandListener {
        HaltAfter(Step step) {
            this(step, ConcurrentHashMap.newKeySet());
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (step.is(event.getCommandName(), event.getCommand())) matching.add(event.getRequestId());
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (matching.remove(event.getRequestId()) && tookEffect(event.getResponse())) Step.halt(step);
        }

        private static boolean tookEffect(BsonDocument response) {
            if (response.containsKey("value")) return response.isDocument("value");
            return response.getNumber("n", new BsonInt32(0)).intValue() > 0;
        }
    }
}
