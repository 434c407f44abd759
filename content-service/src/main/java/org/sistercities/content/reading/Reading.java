package org.sistercities.content.reading;

import java.util.List;
import java.util.Optional;
import org.sistercities.content.image.Picture;
import org.sistercities.content.names.CityNames;
import org.springframework.stereotype.Component;

/** The published stories for other rooms, once they have been read. */
@Component
public class Reading {
    private final StoryLoading loading;
    private final Catalog catalog;
    private final Pages pages;
    private final Pictures pictures;
    private final CityNames names;

    Reading(StoryLoading loading, Catalog catalog, Pages pages, Pictures pictures, CityNames names) {
        this.loading = loading;
        this.catalog = catalog;
        this.pages = pages;
        this.pictures = pictures;
        this.names = names;
    }

    /**
     * Returns when there is something to read from.
     *
     * @throws StillLoading before
     */
    public void mustBeReady() {
        loading.mustBeDone();
    }

    /** Whether there is something to read from. */
    public boolean isReady() {
        return loading.isDone();
    }

    /** The newest of all. */
    public List<Teaser> newest(int limit) {
        return newest(Choice.ALL, limit);
    }

    /** A story, if visitors can read it. */
    public Optional<Teaser> published(String id) {
        return catalog.find(id);
    }

    /** As lists show it. */
    public StoryItem item(Teaser story) {
        return StoryItem.of(story, names, pictures);
    }

    /** One of our images, as pages show it. */
    public Optional<Picture> picture(String id) {
        return pictures.find(id);
    }

    /** Changes when what lists show of the story does; from memory alone. */
    public String stamp(Teaser story) {
        return pages.stamp(story);
    }

    /** The newest that fit. */
    public List<Teaser> newest(Choice choice, int limit) {
        mustBeReady();
        return catalog.list(choice.facets(), null, limit).items();
    }
}
