/** Lists of partnerships of earlier years: read line by line, what is good is recorded, what is not is told. */
@NullMarked
package org.sistercities.city.imports;

import org.jspecify.annotations.NullMarked;
