package org.sistercities.content.story;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/** The stories as they are read: one by its address, many page by page, newest first. */
@Component
final class Stories {
    static final String SLUG = "publication.slug";
    private static final String PUBLISHED_AT = "state.publication.at";
    private static final String DRAFTED_AT = "state.draftedAt";

    private final AggregateStore<Story> store;

    Stories(AggregateStore<Story> store) {
        this.store = store;
    }

    /** The story published under this slug, else the one with this id, published or not. */
    Optional<Stored<Story>> bySlugOrId(String slugOrId) {
        return store.list(eq("state." + SLUG, slugOrId), null, 1).stream()
                .findFirst()
                .or(() -> store.find(slugOrId));
    }

    /** Published stories, about one city or all. */
    Page<Stored<Story>> published(@Nullable String cityId, @Nullable Moment after, int limit) {
        var filters = new ArrayList<Bson>(List.of(exists(PUBLISHED_AT)));
        if (cityId != null) filters.add(eq("state.text.cityIds", cityId));
        return page(filters, PUBLISHED_AT, Stories::publishedAt, after, limit);
    }

    /** Stories nobody has published yet. */
    Page<Stored<Story>> drafts(@Nullable Moment after, int limit) {
        var filters = new ArrayList<Bson>(List.of(exists(PUBLISHED_AT, false)));
        return page(filters, DRAFTED_AT, Story::draftedAt, after, limit);
    }

    private Page<Stored<Story>> page(
            List<Bson> filters, String time, Function<Story, Instant> at, @Nullable Moment after, int limit) {
        if (after != null) filters.add(after.earlier(time));
        var found = store.list(and(filters), descending(time, "_id"), limit + 1);
        return Page.of(found, limit, last -> new Moment(at.apply(last.state()), last.id()));
    }

    private static Instant publishedAt(Story story) {
        return Optional.ofNullable(story.publication())
                .map(Story.Publication::at)
                .orElseThrow();
    }
}
