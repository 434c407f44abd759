package org.sistercities.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The headers of an event as contracts/asyncapi.yaml promises them to every reader. */
final class PublishedHeaders {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema SCHEMA = schema();

    private PublishedHeaders() {}

    static List<Error> violations(Headers headers) {
        var found = new HashMap<String, String>();
        headers.forEach(header -> found.put(header.key(), new String(header.value(), UTF_8)));
        return SCHEMA.validate(JSON.valueToTree(found));
    }

    private static Schema schema() {
        try (var in = PublishedHeaders.class.getResourceAsStream("/asyncapi.yaml")) {
            Map<?, ?> found = new Yaml().load(in);
            for (var step : List.of("components", "schemas", "cloud-event-headers"))
                found = (Map<?, ?>) found.get(step);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.valueToTree(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
