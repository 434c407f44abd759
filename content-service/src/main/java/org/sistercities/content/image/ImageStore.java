package org.sistercities.content.image;

import java.util.Optional;

/** Where the bytes of images are. */
interface ImageStore {

    /**
     * Keeps them, durably when this returns.
     *
     * @param name of these bytes and no others
     * @return the key by which they are found
     */
    String put(String name, byte[] bytes);

    Optional<byte[]> get(String key);

    /** Nothing happens when nothing is there. */
    void remove(String key);
}
