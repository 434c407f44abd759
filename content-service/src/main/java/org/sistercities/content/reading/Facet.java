package org.sistercities.content.reading;

import java.util.Locale;
import org.sistercities.content.story.Manuscript;

/** One property stories are chosen by, and its value. */
record Facet(Property property, String value) {

    /** By what stories are chosen. */
    enum Property {
        NEWS,
        KIND,
        CITY,
        PARTNERSHIP,
        EVENT,
        TAG,
        SERIES,
        AUTHOR,
        LANGUAGE
    }

    /** All but pages. */
    static final Facet NEWS = new Facet(Property.NEWS, "");

    static Facet of(Manuscript.Kind kind) {
        return new Facet(Property.KIND, kind.name());
    }

    static Facet language(String tag) {
        return new Facet(Property.LANGUAGE, tag.toLowerCase(Locale.ROOT));
    }

    boolean has(Teaser story) {
        return switch (property) {
            case NEWS -> story.isNews();
            case KIND -> story.kind().name().equals(value);
            case CITY -> story.cityIds().contains(value);
            case PARTNERSHIP -> story.partnershipIds().contains(value);
            case EVENT -> story.eventIds().contains(value);
            case TAG -> story.tags().contains(value);
            case SERIES -> story.series() != null && story.series().key().equals(value);
            case AUTHOR -> story.authors().contains(value);
            case LANGUAGE -> story.language().equalsIgnoreCase(value);
        };
    }
}
