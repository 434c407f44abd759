package org.sistercities.content.reading;

import java.util.List;
import org.sistercities.content.story.Credit;

/**
 * A person or an organisation who wrote a story.
 *
 * @param key by which all they wrote is listed
 */
record Author(String key, String name) {

    static List<Author> of(List<Credit> credits) {
        return credits.stream()
                .filter(Credit::wroteIt)
                .map(credit -> new Author(credit.key(), credit.who()))
                .distinct()
                .toList();
    }
}
