/** The embedded MongoDB: mongo-java-server on H2's MVStore, made durable, isolated and exact about unique keys. */
@NullMarked
package org.sistercities.backing.mongo;

import org.jspecify.annotations.NullMarked;
