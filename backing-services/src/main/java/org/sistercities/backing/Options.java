package org.sistercities.backing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param directory where to keep the data; null for a new one each time, deleted at the end
 * @param mongoPort of the embedded MongoDB, 0 for a free one
 * @param kafkaPort of the embedded Kafka, 0 for a free one
 */
public record Options(@Nullable Path directory, int mongoPort, int kafkaPort, Provision provision) {
    /** Nothing is kept, all ports are free ones. */
    public static Options temporary() {
        return new Options(null, 0, 0, Provision.AUTO);
    }

    /** The data is kept in a directory, for the next start. */
    public static Options keepingDataIn(Path directory) {
        return new Options(directory, 0, 0, Provision.AUTO);
    }

    public Options onPorts(int mongo, int kafka) {
        return new Options(directory, mongo, kafka, provision);
    }

    public Options by(Provision wanted) {
        return new Options(directory, mongoPort, kafkaPort, wanted);
    }
}
