package org.sistercities.content.reading;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much memory is for answers that lie ready; those read least recently make room.
 *
 * @param pages for whole stories
 * @param lists for lists and feeds
 */
@ConfigurationProperties("sistercities.reading")
record ReadingProperties(
        @DefaultValue("64MB") DataSize pages,
        @DefaultValue("16MB") DataSize lists) {}
