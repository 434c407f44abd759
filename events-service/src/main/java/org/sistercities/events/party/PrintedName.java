package org.sistercities.events.party;

/** The form of a name that will stand on lists, name cards and in messages: one line. */
public final class PrintedName {
    public static final String FORM = "[^\\p{Cntrl}]*";
    public static final String RULE = "must be a single line";

    private PrintedName() {}
}
