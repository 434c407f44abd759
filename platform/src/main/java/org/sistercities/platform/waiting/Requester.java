package org.sistercities.platform.waiting;

/**
 * Whoever has sent a request, as a controller's argument. They may hang up before the answer comes, as a gateway does when its time is
 * up; work that has not begun by then is best not done.
 */
public final class Requester {
    private volatile boolean gone;

    /** Whether nobody waits for the answer any more. */
    public boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }
}
