package org.sistercities.platform.example;

import java.util.List;
import org.sistercities.contracts.EventCodec;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ExampleApplication {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec(List.of(TallyEvent.class));
    }

    @Bean
    AggregateStore<Tally> tallies(AggregateStores stores) {
        return stores.open("tallies", Tally.class, "label");
    }
}
