package org.sistercities.city.imports;

import java.io.BufferedReader;
import java.io.IOException;
import org.sistercities.city.imports.ListedPair.BadLine;

/** What is done with a list of some kind. */
@FunctionalInterface
interface ListImport {

    /**
     * Reads the whole list and records what is in it, batch by batch.
     *
     * @throws BadLine when it is no list of this kind at all
     */
    void run(BufferedReader list, Progress progress) throws IOException, BadLine;
}
