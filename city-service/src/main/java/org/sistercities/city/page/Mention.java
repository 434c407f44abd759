package org.sistercities.city.page;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sistercities.platform.aggregate.Change;

/**
 * The cities a story or event names or has ever named: when it names others, those it leaves must be told, too.
 *
 * @param sequence of the newest domain event about it
 */
record Mention(long sequence, List<String> cityIds) {
    static final Mention NONE = new Mention(0, List.of());

    Change<Mention> told(long newer, Collection<String> named) {
        if (newer <= sequence) return Change.none(this);
        var all = Stream.concat(cityIds.stream(), named.stream()).distinct().toList();
        return Change.of(new Mention(newer, all));
    }
}
