package org.sistercities.city.registry;

import java.util.List;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-2, or XK for Kosovo
 * @param languages BCP 47 tags of those spoken by many, such as "de"
 */
public record Country(String code, String name, String nativeName, String continent, List<String> languages) {}
