package org.sistercities.system.crash;

import org.bson.BsonDocument;

/** The steps of the protocols after which a process may die, recognised by what goes over the wire. */
public enum Step {
    /** Places are taken and the intent is there; the registration is not. */
    COMPARE_AND_SET {
        @Override
        boolean is(String name, BsonDocument command) {
            return isOn("update", "quotas", name, command) && command.toJson().contains("\"intents\": {\"");
        }
    },
    /** The registration is there and claimed by the relay; nobody was told, the intent is still open. */
    INSERT {
        @Override
        boolean is(String name, BsonDocument command) {
            return isOn("insert", "registrations", name, command);
        }
    },
    /** Kafka has the event; the outbox does not know. */
    SEND {
        @Override
        boolean is(String name, BsonDocument command) {
            return false; // seen by CrashAfterSend
        }
    },
    /** All is done, only the intent may be open. */
    FINISH {
        @Override
        boolean is(String name, BsonDocument command) {
            return isOn("update", "registrations", name, command)
                    && command.toJson().contains("$unset");
        }
    };

    /** Names the property that chooses the step. */
    public static final String PROPERTY = "crash.after";

    abstract boolean is(String name, BsonDocument command);

    static void halt(Step step) {
        System.out.println("crash after " + step);
        System.out.flush();
        Runtime.getRuntime().halt(EXIT);
    }

    /** What the dead process leaves as its exit code. */
    public static final int EXIT = 99;

    private static boolean isOn(String expected, String collection, String name, BsonDocument command) {
        return name.equals(expected) && command.getString(expected).getValue().equals(collection);
    }
}
