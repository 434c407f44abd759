package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** More guests are named than tickets asked for. */
public final class MoreGuestsThanPlaces extends Rejection {
    MoreGuestsThanPlaces(int guests, int places) {
        super(Reason.INVALID, guests + " guests are named for " + places + " places.");
    }
}
