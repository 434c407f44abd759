package org.sistercities.platform.outbox;

import java.time.Instant;
import java.util.List;

/**
 * New documents on their way to the relay of this replica. If it has room for them, they are claimed by the write that stores
 * them, so that nobody has to claim them afterwards; if not, they are due at once and the relay is nudged as after any change.
 */
public final class Handover implements AutoCloseable {
    private final OutboxRelay relay;
    private final Instant due;
    private int room;

    Handover(OutboxRelay relay, int room, Instant due) {
        this.relay = relay;
        this.room = room;
        this.due = due;
    }

    /** What the documents are to be stored with. */
    public Instant due() {
        return due;
    }

    /** Says that a document is stored, and with which entries. */
    public void stored(Outbox outbox, String id, List<OutboxEntry> entries) {
        if (entries.isEmpty()) return;
        if (room == 0) {
            relay.nudge(outbox, id);
            return;
        }
        room--;
        relay.take(outbox, id, entries);
    }

    /** Gives back the room of what was not stored after all. */
    @Override
    public void close() {
        relay.giveBack(room);
        room = 0;
    }
}
