package org.sistercities.content.reading;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param pages how much memory is for answers with whole stories; those read least recently make room */
@ConfigurationProperties("sistercities.reading")
record ReadingProperties(@DefaultValue("64MB") DataSize pages) {}
