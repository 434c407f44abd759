package org.sistercities.content.reading;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.reading.Facet.Property;
import org.sistercities.content.story.Manuscript.Kind;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.StoryVisitor;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/**
 * All published stories in this replica's memory, without their texts: by address, by language, and on a shelf for each value of
 * each facet. Readers wait for nobody; a story that is just changing may be seen as before in one place and as after in another.
 */
@Component
public class Catalog implements StoryVisitor {
    private static final int LONGEST_SERIES = 1_000;

    private final Map<String, Teaser> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idBySlug = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> idsByGroup = new ConcurrentHashMap<>();
    private final Map<Facet, Shelf> shelves = new ConcurrentHashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();

    /** Of two states of a story the one with the higher revision stays. */
    @Override
    public synchronized void saw(Stored<Story> stored) {
        long known = revisions.getOrDefault(stored.id(), 0L);
        if (known >= stored.revision()) return;
        revisions.put(stored.id(), stored.revision());
        var publication = stored.state().publication();
        var before = byId.get(stored.id());
        var now = publication == null ? null : Teaser.of(stored.id(), stored.state(), publication);
        if (now != null) add(now);
        if (before != null) remove(before, now);
    }

    public int size() {
        return byId.size();
    }

    /** A published story. */
    public Optional<Teaser> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The story with this address, present or former, or with this id. */
    public Optional<Teaser> bySlugOrId(String slugOrId) {
        return find(idBySlug.getOrDefault(slugOrId, slugOrId));
    }

    /** All of them, in no particular order. */
    public Collection<Teaser> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** A story and its translations, by language tag. */
    public List<Teaser> translations(String group) {
        return idsByGroup.getOrDefault(group, Map.of()).values().stream()
                .flatMap(id -> find(id).stream())
                .sorted(Comparator.comparing(Teaser::language))
                .toList();
    }

    /** The parts of a series in one language, in their order. */
    public List<Teaser> series(String key, String language) {
        return shelf(new Facet(Property.SERIES, key))
                .after(null)
                .limit(LONGEST_SERIES)
                .filter(Facet.language(language)::has)
                .sorted(Comparator.comparingInt(Catalog::part).thenComparing(Teaser::id))
                .toList();
    }

    /** Stories that have all facets, the newest first; pages only where their kind is asked for. */
    Page<Teaser> list(List<Facet> facets, @Nullable Moment after, int limit) {
        var found = stream(facets, after).limit(limit + 1L).toList();
        return Page.of(found, limit, last -> new Moment(last.publishedAt(), last.id()));
    }

    Stream<Teaser> stream(List<Facet> facets, @Nullable Moment after) {
        var start = facets.contains(Facet.of(Kind.PAGE)) ? Facet.of(Kind.PAGE) : smallest(facets);
        return shelf(start)
                .after(after)
                .filter(story -> facets.stream().allMatch(facet -> facet.equals(start) || facet.has(story)));
    }

    private Facet smallest(List<Facet> facets) {
        return facets.stream()
                .min(Comparator.comparingInt(facet -> shelf(facet).size()))
                .orElse(Facet.NEWS);
    }

    private Shelf shelf(Facet facet) {
        return shelves.getOrDefault(facet, new Shelf());
    }

    private void add(Teaser story) {
        byId.put(story.id(), story);
        Stream.concat(Stream.of(story.slug()), story.formerSlugs().stream())
                .forEach(slug -> idBySlug.put(slug, story.id()));
        idsByGroup.merge(story.group(), Map.of(story.language(), story.id()), Catalog::joined);
        facets(story)
                .forEach(facet ->
                        shelves.computeIfAbsent(facet, _ -> new Shelf()).put(story));
    }

    /** Takes away what {@code now} has not put in its place. */
    private void remove(Teaser before, @Nullable Teaser now) {
        var kept = now == null || !now.publishedAt().equals(before.publishedAt())
                ? List.<Facet>of()
                : facets(now).toList();
        facets(before)
                .filter(facet -> !kept.contains(facet))
                .forEach(facet -> shelf(facet).remove(before));
        if (now == null
                || !now.group().equals(before.group())
                || !now.language().equals(before.language()))
            idsByGroup.computeIfPresent(before.group(), (_, ids) -> without(ids, before));
        if (now != null) return;
        byId.remove(before.id());
        Stream.concat(Stream.of(before.slug()), before.formerSlugs().stream())
                .forEach(slug -> idBySlug.remove(slug, before.id()));
    }

    private static Stream<Facet> facets(Teaser story) {
        if (!story.isNews()) return Stream.of(Facet.of(story.kind()));
        return Stream.of(
                        Stream.of(Facet.NEWS, Facet.of(story.kind()), Facet.language(story.language())),
                        story.cityIds().stream().map(id -> new Facet(Property.CITY, id)),
                        story.partnershipIds().stream().map(id -> new Facet(Property.PARTNERSHIP, id)),
                        story.eventIds().stream().map(id -> new Facet(Property.EVENT, id)),
                        story.tags().stream().map(tag -> new Facet(Property.TAG, tag)),
                        story.authors().stream().map(key -> new Facet(Property.AUTHOR, key)),
                        Optional.ofNullable(story.series()).stream()
                                .map(series -> new Facet(Property.SERIES, series.key())))
                .flatMap(facets -> facets);
    }

    private static int part(Teaser story) {
        return story.series() == null ? 0 : story.series().part();
    }

    private static Map<String, String> joined(Map<String, String> ids, Map<String, String> more) {
        var all = new HashMap<>(ids);
        all.putAll(more);
        return Map.copyOf(all);
    }

    private static @Nullable Map<String, String> without(Map<String, String> ids, Teaser story) {
        var rest = new HashMap<>(ids);
        rest.remove(story.language(), story.id());
        return rest.isEmpty() ? null : Map.copyOf(rest);
    }
}
