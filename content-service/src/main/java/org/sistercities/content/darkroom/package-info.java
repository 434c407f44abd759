/** Pictures somebody sent become pictures everybody may see: looked at, decoded in bounded memory, made smaller, written anew. */
@NullMarked
package org.sistercities.content.darkroom;

import org.jspecify.annotations.NullMarked;
