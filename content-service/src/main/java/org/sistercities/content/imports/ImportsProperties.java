package org.sistercities.content.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an import may take.
 *
 * @param largest upload; the gateway's route takes as much
 * @param unpacked how much may come out of an archive in all
 * @param entries an archive may have
 * @param document the largest single export file, unpacked or sent as it is
 * @param atOnce how many imports a replica works on
 */
@ConfigurationProperties("sistercities.imports")
record ImportsProperties(
        @DefaultValue("64MB") DataSize largest,
        @DefaultValue("256MB") DataSize unpacked,
        @DefaultValue("10000") int entries,
        @DefaultValue("64MB") DataSize document,
        @DefaultValue("1") int atOnce) {}
