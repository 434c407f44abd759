package org.sistercities.events.message;

import java.util.Map;
import java.util.Set;
import org.sistercities.events.registration.KnownParty;

/**
 * Somebody a message goes to. What it tells is read anew for each message, and kept nowhere.
 *
 * @param expects the kinds that are still true for them
 * @param facts what templates can say besides what is known of the event
 * @param party whose tickets they get
 */
record Addressee(String name, String email, Set<Kind> expects, Map<Fact, String> facts, KnownParty party) {}
