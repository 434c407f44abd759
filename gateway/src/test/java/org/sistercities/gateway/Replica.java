package org.sistercities.gateway;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several gateways in a test. */
record Replica(ConfigurableApplicationContext context, Client client) implements AutoCloseable {

    static Replica start(int port, Map<String, String> settings) {
        var arguments = Stream.concat(
                        Stream.of("--server.port=" + port, "--management.server.port=0"),
                        settings.entrySet().stream().map(set -> "--" + set.getKey() + "=" + set.getValue()))
                .toArray(String[]::new);
        return new Replica(new SpringApplicationBuilder(GatewayApplication.class).run(arguments), new Client(port));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
