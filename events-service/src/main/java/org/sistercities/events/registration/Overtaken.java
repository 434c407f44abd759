package org.sistercities.events.registration;

/**
 * The registration that was read has come further than the quotas that were read before it, so no decision can be based on the
 * two. Whoever was faster has changed the quotas by now; both are to be read again.
 */
final class Overtaken extends RuntimeException {
    Overtaken(String message) {
        super(message, null, false, false);
    }
}
