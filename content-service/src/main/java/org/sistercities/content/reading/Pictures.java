package org.sistercities.content.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercities.content.image.Figures;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.Picture;
import org.sistercities.content.site.Site;
import org.springframework.stereotype.Component;

/** The images of stories, with their words, credits and addresses. */
@Component
public class Pictures {
    private static final String PATHS = "";

    private final Gallery gallery;
    private final Site site;

    Pictures(Gallery gallery, Site site) {
        this.gallery = gallery;
        this.site = site;
    }

    /** All of a story: ours, the one that stands for it first, then those of other sites; with whole addresses. */
    public List<Picture> of(Teaser story) {
        return Stream.concat(
                        story.imageIds().stream().flatMap(id -> find(id, site.url()).stream()),
                        story.images().stream().map(Picture::elsewhere))
                .toList();
    }

    /** The one that stands for a story in a list. */
    Optional<Picture> first(Teaser story) {
        var ours = story.imageIds().stream().flatMap(id -> find(id, PATHS).stream());
        return Stream.concat(ours, story.images().stream().map(Picture::elsewhere))
                .findFirst();
    }

    /** One of ours, for pages. */
    public Optional<Picture> find(String id) {
        return find(id, PATHS);
    }

    /** A text with its images. */
    String html(String html) {
        return Figures.in(html, this::find);
    }

    /** A text as it is read elsewhere: with whole addresses, and below the image that stands for it. */
    String abroad(String html, Optional<String> leadImage) {
        var lead = leadImage.flatMap(id -> find(id, site.url())).map(picture -> Figures.figure(picture, null));
        return lead.orElse("") + Figures.in(html, id -> find(id, site.url()));
    }

    /** Changes when something is said about one of the story's images; from memory alone. */
    void stamp(Teaser story, StringBuilder state) {
        for (var id : story.imageIds()) state.append('\n').append(gallery.revision(id));
    }

    private Optional<Picture> find(String id, String site) {
        return gallery.find(id).map(image -> Picture.of(image, site));
    }
}
