package org.sistercities.city.seeking;

/** Two cities are interested in each other: the only thing that shows contacts. */
record Handshake(Contact seeking, Contact interested) {}
