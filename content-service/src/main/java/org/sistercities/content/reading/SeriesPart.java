package org.sistercities.content.reading;

/** One part of a series, as the other parts point to it. */
record SeriesPart(int part, String slug, String headline) {

    static SeriesPart of(Teaser story) {
        return new SeriesPart(story.series() == null ? 0 : story.series().part(), story.slug(), story.headline());
    }
}
