package org.sistercities.content.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sistercities.content.campaign.Campaigns;
import org.sistercities.content.names.CityNames;
import org.sistercities.content.site.Conditional;
import org.sistercities.content.site.Site;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Whole stories, ready to be sent: made when first asked for and kept in bounded memory until something on them changes. */
@Component
public class Pages {
    private final AggregateStore<Story> stories;
    private final Catalog catalog;
    private final CityNames names;
    private final Pictures pictures;
    private final Campaigns campaigns;
    private final Site site;
    private final JsonMapper json;
    private final Cache<String, Sheet> sheets;
    private final Cache<String, byte[]> lists;

    /** An answer and its entity tag. */
    static final class Sheet {
        private final String etag;
        private final byte[] bytes;

        Sheet(String etag, byte[] bytes) {
            this.etag = etag;
            this.bytes = bytes;
        }

        String etag() {
            return etag;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    Pages(
            AggregateStore<Story> storyStore,
            Catalog catalog,
            CityNames names,
            Pictures pictures,
            Campaigns campaigns,
            Site site,
            JsonMapper json,
            ReadingProperties properties) {
        this.stories = storyStore;
        this.catalog = catalog;
        this.names = names;
        this.pictures = pictures;
        this.campaigns = campaigns;
        this.site = site;
        this.json = json;
        this.sheets = Caffeine.newBuilder()
                .maximumWeight(properties.pages().toBytes())
                .<String, Sheet>weigher((_, sheet) -> sheet.bytes().length)
                .build();
        this.lists = Caffeine.newBuilder()
                .maximumWeight(properties.lists().toBytes())
                .<String, byte[]>weigher((_, bytes) -> bytes.length)
                .build();
    }

    /** Changes with every byte of the answer; made from memory alone. */
    String etag(Teaser story) {
        var state = new StringBuilder(stamp(story));
        for (var other : catalog.translations(story.group()))
            state.append('\n').append(other.language()).append(other.slug());
        for (var part : parts(story))
            state.append('\n').append(part.part()).append(part.slug()).append(part.headline());
        state.append('\n').append(campaigns.stamp(story.campaignId()));
        return Conditional.tag(state.toString());
    }

    /** The answer; empty when the story is just being unpublished. */
    Optional<Sheet> page(Teaser story, String etag) {
        var known = ready(story, etag);
        if (known.isPresent()) return known;
        return stories.find(story.id())
                .filter(stored -> stored.state().publication() != null)
                .map(stored -> {
                    catalog.saw(stored); // it may be newer than what this replica has heard
                    var now = catalog.find(stored.id()).orElse(story);
                    var around = StoryPage.of(stored, pictures, surroundings(now));
                    var sheet = new Sheet(etag(now), json.writeValueAsBytes(around));
                    sheets.put(stored.id(), sheet);
                    return sheet;
                });
    }

    /** The answer, if it is in memory. */
    Optional<Sheet> ready(Teaser story, String etag) {
        return Optional.ofNullable(sheets.getIfPresent(story.id()))
                .filter(sheet -> sheet.etag().equals(etag));
    }

    /** What changes when a story in a list does. */
    public String stamp(Teaser story) {
        var stamp = new StringBuilder(100).append(story.id()).append(' ').append(story.version());
        stamp.append(' ').append(story.changedAt().toEpochMilli());
        stamp.append(' ').append(story.publishedAt().toEpochMilli()).append(' ').append(story.slug());
        for (var city : story.cityIds()) stamp.append('\n').append(names.of(city));
        pictures.stamp(story, stamp);
        return stamp.toString();
    }

    /** A list, feed or front page, if it is in memory. */
    public Optional<byte[]> kept(String etag) {
        return Optional.ofNullable(lists.getIfPresent(etag));
    }

    /** A list or feed, made unless the one with this tag is still there. */
    public byte[] kept(String etag, Supplier<byte[]> made) {
        var known = lists.getIfPresent(etag);
        if (known != null) return known;
        var bytes = made.get();
        lists.put(etag, bytes);
        return bytes;
    }

    /** The texts of some stories as they are read elsewhere, by their ids. */
    public Map<String, String> html(List<Teaser> some) {
        var html = new HashMap<String, String>();
        for (var story : stories.findAll(some.stream().map(Teaser::id).toList())) {
            var publication = story.state().publication();
            if (publication != null)
                html.put(
                        story.id(),
                        pictures.abroad(
                                publication.copy().rendition().html(),
                                Optional.ofNullable(publication.text().leadImage())));
        }
        return html;
    }

    private StoryPage.Surroundings surroundings(Teaser story) {
        var translations = catalog.translations(story.group());
        return new StoryPage.Surroundings(
                CityRef.of(story.cityIds(), names),
                translations.stream().map(other -> Alternate.of(other, site)).toList(),
                parts(story),
                campaigns.block(story.campaignId()).orElse(null),
                Metadata.of(story, translations, pictures.of(story), site));
    }

    private List<SeriesPart> parts(Teaser story) {
        if (story.series() == null) return List.of();
        return catalog.series(story.series().key(), story.language()).stream()
                .map(SeriesPart::of)
                .toList();
    }
}
