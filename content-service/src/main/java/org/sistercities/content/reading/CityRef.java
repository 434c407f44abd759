package org.sistercities.content.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.names.CityNames;

/**
 * A city a story is about.
 *
 * @param name what it is called today; absent until city-service has named it
 */
record CityRef(String id, @Nullable String name) {

    static List<CityRef> of(List<String> ids, CityNames names) {
        return ids.stream().map(id -> new CityRef(id, names.of(id))).toList();
    }
}
