package org.sistercities.content.reading;

import java.util.List;
import org.springframework.stereotype.Component;

/** The published stories for other rooms, once they have been read. */
@Component
public class Reading {
    private final StoryLoading loading;
    private final Catalog catalog;

    Reading(StoryLoading loading, Catalog catalog) {
        this.loading = loading;
        this.catalog = catalog;
    }

    /**
     * Returns when there is something to read from.
     *
     * @throws StillLoading before
     */
    public void mustBeReady() {
        loading.mustBeDone();
    }

    /** The newest that fit. */
    public List<Teaser> newest(Choice choice, int limit) {
        mustBeReady();
        return catalog.list(choice.facets(), null, limit).items();
    }
}
