package org.sistercities.events.registration;

import java.util.function.IntSupplier;

/** Whether so many want places at this moment that whatever can wait should. */
public final class Rush {
    private static final int MANY = 8;

    private final IntSupplier waiting;

    /**
     * @param waiting how many wait to be served
     */
    public Rush(IntSupplier waiting) {
        this.waiting = waiting;
    }

    public boolean isOn() {
        return waiting.getAsInt() >= MANY;
    }
}
