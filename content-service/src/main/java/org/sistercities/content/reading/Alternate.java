package org.sistercities.content.reading;

import org.sistercities.content.site.Site;

/** The same story in another language, or this very one: what {@code hreflang} is for. */
record Alternate(String language, String slug, String url) {

    static Alternate of(Teaser story, Site site) {
        return new Alternate(story.language(), story.slug(), site.story(story.slug()));
    }
}
