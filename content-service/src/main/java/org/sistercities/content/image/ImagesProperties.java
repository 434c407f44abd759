package org.sistercities.content.image;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What images may take.
 *
 * @param largest file that may be uploaded; the gateway's route takes as much
 * @param uploads that may be held in memory at once; further ones are asked to come again
 * @param decoders at work at once; each takes up to 256 MB
 * @param kept of memory for renditions that lie ready
 */
@ConfigurationProperties("sistercities.images")
record ImagesProperties(
        @DefaultValue("15MB") DataSize largest,
        @DefaultValue("4") int uploads,
        @DefaultValue("1") int decoders,
        @DefaultValue("64MB") DataSize kept) {}
