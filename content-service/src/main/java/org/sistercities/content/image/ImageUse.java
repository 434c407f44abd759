package org.sistercities.content.image;

import java.util.Optional;

/** Something that shows images; asked before one is deleted. */
public interface ImageUse {

    /** What of its own shows the image, or is going to, such as {@code story 4be1…}; read from the database, not from memory. */
    Optional<String> of(String imageId);
}
