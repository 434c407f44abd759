package org.sistercities.quickstart.mail;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.util.function.SingletonSupplier;

/** The newest mails; they are gone when the launcher ends. */
final class Inbox {
    private static final int MOST = 500;

    private final Deque<SingletonSupplier<Mail>> mails = new ArrayDeque<>();
    private final Clock clock;
    private int received;

    Inbox(Clock clock) {
        this.clock = clock;
    }

    /** Takes a mail as it came; it is taken apart when somebody looks, as thousands come that nobody ever reads. */
    synchronized void add(String to, byte[] source) {
        int number = ++received;
        var at = clock.instant();
        mails.addFirst(SingletonSupplier.of(() -> Mail.of(number, at, to, source)));
        if (mails.size() > MOST) mails.removeLast();
    }

    /** The newest first. */
    List<Mail> all() {
        return closed().stream().map(SingletonSupplier::obtain).toList();
    }

    private synchronized List<SingletonSupplier<Mail>> closed() {
        return List.copyOf(mails);
    }

    Optional<Mail> find(int number) {
        return all().stream().filter(mail -> mail.number() == number).findFirst();
    }
}
