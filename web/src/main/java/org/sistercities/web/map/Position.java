package org.sistercities.web.map;

/** A place on earth, in WGS 84 degrees. */
public record Position(double longitude, double latitude) {}
