package org.sistercities.content.image;

import java.util.Optional;

/** Where the bytes of images are. */
interface ImageStore {

    /** Keeps them, durably when this returns; under a key of its own each time. */
    String put(byte[] bytes);

    Optional<byte[]> get(String key);

    /** Nothing happens when nothing is there. */
    void remove(String key);
}
