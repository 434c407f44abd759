package org.sistercities.content.image;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Credit;

/**
 * An image as pages show it, with all that belongs under it.
 *
 * @param id absent when it is another site's
 * @param url of the widest rendition
 * @param credit in one line, as it is to be printed
 * @param sources all renditions, the widest first
 */
public record Picture(
        @Nullable String id,
        String url,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        List<Credit> credits,
        Description.@Nullable Licence licence,
        Description.@Nullable FocalPoint focalPoint,
        List<Source> sources) {

    /** The image in one size. */
    public record Source(String url, int width, int height, String mediaType) {}

    /**
     * One of our images.
     *
     * @param site where the addresses begin; empty for paths
     */
    public static Picture of(Image image, String site) {
        var sources = image.renditions().stream()
                .map(one -> new Source(site + path(image, one), one.width(), one.height(), one.mediaType()))
                .toList();
        var widest = sources.getFirst();
        var said = image.description();
        return new Picture(
                image.id(),
                widest.url(),
                widest.width(),
                widest.height(),
                said.alt(),
                said.caption(),
                credit(said),
                said.credits(),
                said.licence(),
                said.focalPoint(),
                sources);
    }

    /** An image of another site, of which only the address is known. */
    public static Picture elsewhere(String url) {
        return new Picture(null, url, null, null, null, null, null, List.of(), null, null, List.of());
    }

    static String path(Image image, Image.Rendition rendition) {
        return "/api/v1/images/" + image.id() + "/" + rendition.name();
    }

    private static @Nullable String credit(Description said) {
        if (said.creditLine() != null && !said.creditLine().isBlank()) return said.creditLine();
        if (said.credits().isEmpty()) return null;
        return "Photo: " + said.credits().stream().map(Picture::named).collect(Collectors.joining("; "));
    }

    private static String named(Credit credit) {
        var organisation = credit.organisation();
        return organisation == null || organisation.isBlank() || organisation.equals(credit.who())
                ? credit.who()
                : credit.who() + ", " + organisation;
    }
}
