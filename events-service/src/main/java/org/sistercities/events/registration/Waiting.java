package org.sistercities.events.registration;

import java.util.Map;

/**
 * A party in line.
 *
 * @param step how far its registration has come
 * @param draws the places it waits for; it takes all of them or none
 */
public record Waiting(String registrationId, int step, Map<String, Integer> draws) {}
