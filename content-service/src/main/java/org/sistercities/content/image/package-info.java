/** Pictures with their words, credits and renditions: uploaded by those who write, served to everybody for ever. */
@NullMarked
package org.sistercities.content.image;

import org.jspecify.annotations.NullMarked;
