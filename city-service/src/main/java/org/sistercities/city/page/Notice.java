package org.sistercities.city.page;

import java.time.Instant;

/**
 * What a city's page knows of a story or an event of another service.
 *
 * @param sequence of the domain event that said so: a higher one is newer
 * @param at when the story was published, or when the event begins
 * @param zone the venue's time zone; empty for a story
 * @param shown false when it is no longer this city's; remembered, so that nothing older brings it back
 */
record Notice(String id, long sequence, String slug, String title, Instant at, String zone, boolean shown) {

    Notice shownIf(boolean named) {
        return new Notice(id, sequence, slug, title, at, zone, named);
    }
}
