package org.sistercities.events.event;

/** What sort of event it is. */
public enum Kind {
    GALA,
    RECEPTION,
    SIGNING_CEREMONY,
    CONFERENCE
}
