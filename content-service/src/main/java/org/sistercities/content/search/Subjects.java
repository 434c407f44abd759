package org.sistercities.content.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Series;

/** What a story is about, apart from its words. */
final class Subjects {
    private Subjects() {}

    /** As terms that are equal for stories about the same. */
    static List<String> of(
            List<String> cityIds,
            List<String> partnershipIds,
            List<String> eventIds,
            List<String> tags,
            @Nullable Series series) {
        var subjects = new ArrayList<String>();
        cityIds.forEach(id -> subjects.add("city/" + id));
        partnershipIds.forEach(id -> subjects.add("partnership/" + id));
        eventIds.forEach(id -> subjects.add("event/" + id));
        tags.forEach(tag -> subjects.add("tag/" + tag));
        if (series != null) subjects.add("series/" + series.key());
        return subjects;
    }

    /** Names and tags, to be searched as words. */
    static String names(Manuscript text) {
        var people = text.credits().stream()
                .flatMap(credit -> Stream.of(credit.name(), credit.organisation()))
                .filter(name -> name != null);
        var dateline = text.dateline();
        var places = Stream.ofNullable(dateline == null ? null : dateline.place());
        var tags = text.tags().stream().map(tag -> tag.replace('-', ' '));
        return Stream.of(people, places, tags).flatMap(names -> names).collect(Collectors.joining("\n"));
    }
}
