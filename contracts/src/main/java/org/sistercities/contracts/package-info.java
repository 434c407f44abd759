/** The published language: every domain event a service tells the others, with its schema. No Spring here. */
@NullMarked
package org.sistercities.contracts;

import org.jspecify.annotations.NullMarked;
