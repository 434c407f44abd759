package org.sistercities.events.registration;

/** The form of a name that will stand on lists, name cards and in messages: one line. */
final class PrintedName {
    static final String FORM = "[^\\p{Cntrl}]*";
    static final String RULE = "must be a single line";

    private PrintedName() {}
}
