package org.sistercities.quickstart;

/** The system cannot be started as asked; the message tells the user why and what to do. */
public class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
