/** The register of cities: loaded from the gazetteer once, held in every replica's memory in short form. */
@NullMarked
package org.sistercities.city.registry;

import org.jspecify.annotations.NullMarked;
