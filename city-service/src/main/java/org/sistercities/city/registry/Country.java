package org.sistercities.city.registry;

/** A country. {@code code} is ISO 3166-1 alpha-2, or XK for Kosovo. */
public record Country(String code, String name, String nativeName, String continent) {}
