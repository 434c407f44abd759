package org.sistercities.content.markdown;

import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Images of this platform, which a text names by their id: {@code ![what it shows](image:4be1…)}. */
final class OurImages implements AttributeProvider {
    /** Where they are, without their id. */
    static final String PATH = "/api/v1/images/";

    private static final String SCHEME = "image:";

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Image image && image.getDestination().startsWith(SCHEME))
            attributes.put("src", PATH + image.getDestination().substring(SCHEME.length()));
    }
}
