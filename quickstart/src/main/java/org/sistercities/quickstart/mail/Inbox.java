package org.sistercities.quickstart.mail;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest mails; they are gone when the launcher ends. */
final class Inbox {
    private static final int MOST = 500;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final Clock clock;
    private int received;

    Inbox(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String to, byte[] source) {
        received++;
        mails.addFirst(Mail.of(received, clock.instant(), to, source));
        if (mails.size() > MOST) mails.removeLast();
    }

    /** The newest first. */
    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    Optional<Mail> find(int number) {
        return all().stream().filter(mail -> mail.number() == number).findFirst();
    }
}
