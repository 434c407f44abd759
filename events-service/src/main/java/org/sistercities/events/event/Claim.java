package org.sistercities.events.event;

import java.util.Map;

/**
 * What a party's tickets come to.
 *
 * @param places one for each guest
 * @param draws how many places they take from each quota
 */
public record Claim(int places, Map<String, Integer> draws, Money total) {}
