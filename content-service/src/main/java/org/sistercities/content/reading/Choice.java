package org.sistercities.content.reading;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.reading.Facet.Property;
import org.sistercities.content.story.Manuscript.Kind;
import org.springframework.web.util.UriComponentsBuilder;

/** Which stories a list is to show, as parameters of the request; pages only when their kind is asked for. */
public record Choice(
        @Nullable @Size(max = 200) String city,
        @Nullable @Size(max = 200) String partnership,
        @Nullable @Size(max = 200) String event,
        @Nullable @Size(max = 200) String tag,
        @Nullable @Size(max = 200) String series,
        @Nullable @Size(max = 300) String author,
        @Nullable Kind kind,

        @Nullable @Size(max = 35) @Pattern(regexp = "[A-Za-z0-9-]+")
        String language) {
    /** All but pages. */
    public static final Choice ALL = new Choice(null, null, null, null, null, null, null, null);

    /** As the query of an address; empty when there is nothing to say. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        query.queryParamIfPresent("city", Optional.ofNullable(city));
        query.queryParamIfPresent("partnership", Optional.ofNullable(partnership));
        query.queryParamIfPresent("event", Optional.ofNullable(event));
        query.queryParamIfPresent("tag", Optional.ofNullable(tag));
        query.queryParamIfPresent("series", Optional.ofNullable(series));
        query.queryParamIfPresent("author", Optional.ofNullable(author));
        query.queryParamIfPresent("kind", Optional.ofNullable(kind));
        query.queryParamIfPresent("language", Optional.ofNullable(language));
        return query.encode().build().toUriString();
    }

    List<Facet> facets() {
        var facets = new ArrayList<Facet>();
        add(facets, Property.CITY, city);
        add(facets, Property.PARTNERSHIP, partnership);
        add(facets, Property.EVENT, event);
        add(facets, Property.TAG, tag);
        add(facets, Property.SERIES, series);
        add(facets, Property.AUTHOR, author);
        if (kind != null) facets.add(Facet.of(kind));
        if (language != null) facets.add(Facet.language(language));
        return facets;
    }

    private static void add(List<Facet> facets, Property property, @Nullable String value) {
        if (value != null) facets.add(new Facet(property, value));
    }
}
