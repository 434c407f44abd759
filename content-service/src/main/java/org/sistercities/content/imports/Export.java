package org.sistercities.content.imports;

import java.util.function.Consumer;

/** The items of an export, in its order, one in memory at a time. */
interface Export {

    /** How many there are. */
    int items();

    /** Hands each to {@code each}, until it says that nobody wants more. */
    void forEach(Consumer<Original> each);
}
