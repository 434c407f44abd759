package org.sistercities.platform.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no. Each rule has a subclass of its own, named for the rule; its name in kebab case is the problem's type, its
 * message the detail. What was asked for has not happened, not even in part.
 */
public abstract class Rejection extends RuntimeException {
    private final Reason reason;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** Why, in the terms of whoever asks. */
    public enum Reason {
        /** What the request speaks of does not exist. */
        NOT_FOUND,
        /** The caller may not do this. */
        NOT_ALLOWED,
        /** It cannot be done in the present state. */
        CONFLICT,
        /** The request cannot be understood. */
        MALFORMED,
        /** The request is understood, but breaks a rule. */
        INVALID,
        /** The resource has changed since the caller read it. */
        STALE,
        /** The caller must say which revision it has read. */
        REVISION_REQUIRED,
        /** It may well work when asked again. */
        TRY_AGAIN
    }

    protected Rejection(Reason reason, String message) {
        this(reason, message, null);
    }

    protected Rejection(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause, false, false); // a refusal is an answer, not a fault: no stack trace to pay for
        this.reason = reason;
    }

    /** Adds a fact a program can read beside the message, such as how many places are left. */
    protected final void with(String name, Object value) {
        facts.put(name, value);
    }

    public final Reason reason() {
        return reason;
    }

    public final Map<String, Object> facts() {
        return Map.copyOf(facts);
    }

    /** The rule's name in kebab case, such as {@code sold-out}; it never changes once released. */
    public final String rule() {
        return getClass()
                .getSimpleName()
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
