package org.sistercities.events.invoice;

import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/**
 * All invoices and credit notes. A number is given by one insert and nothing else: the invoice's id is its number, which is the one
 * after the last that is stored, and the database takes an id once. So a crash leaves the invoice or nothing, there is no counter that
 * could run ahead of it, and with the unique {@code entry} nothing is issued twice (docs/adr/0019-payment.md).
 */
@Component
class Invoices {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final int MOST_A_YEAR = 999_999; // so that numbers sort as text

    private final AggregateStore<Invoice> store;
    private final Lock turn = new ReentrantLock(); // saves tries within a replica; correctness does not rest on it
    private volatile String lastSeen = "";

    Invoices(AggregateStores stores) {
        this.store = stores.open("invoices", Invoice.class, "entry");
    }

    /** What was issued for a registration. */
    Account account(String registrationId) {
        var ofRegistration =
                between("state.entry", Account.entry(registrationId, 0), Account.entry(registrationId, 9_999) + "~");
        var issued = store.list(ofRegistration, ascending("state.entry"), Integer.MAX_VALUE);
        return new Account(registrationId, issued.stream().map(Stored::state).toList());
    }

    Optional<Invoice> find(String number) {
        return store.find(number).map(Stored::state);
    }

    /**
     * Issues what an account lacks, under the next number of the year.
     *
     * @return false when somebody else has made this entry meanwhile
     */
    boolean issue(Account account, Invoice invoice, LocalDate today) {
        turn.lock();
        try {
            while (true) {
                var last = last(today.getYear());
                var date = last.filter(some -> some.issuedOn().isAfter(today))
                        .map(Invoice::issuedOn)
                        .orElse(today); // another replica's clock is ahead: dates follow the numbers
                var issued = invoice.issued(next(today.getYear(), last), account.nextEntry(), date);
                if (isStored(issued)) return true;
                if (account(account.registrationId()).issued().size()
                        > account.issued().size()) return false;
                LockSupport.parkNanos(PAUSE.toNanos()); // the number is another replica's
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean isStored(Invoice issued) {
        try {
            store.create(issued.number(), Change.of(issued));
            lastSeen = issued.number();
            return true;
        } catch (AlreadyExists e) {
            return false;
        }
    }

    private Optional<Invoice> last(int year) {
        var first = number(year, 0);
        var from = lastSeen.compareTo(first) > 0 ? lastSeen : first;
        return store.list(between("_id", from, number(year, MOST_A_YEAR) + "~"), descending("_id"), 1).stream()
                .map(Stored::state)
                .findFirst();
    }

    private static String next(int year, Optional<Invoice> last) {
        int before =
                last.map(some -> Integer.parseInt(some.number().substring(5))).orElse(0);
        if (before == MOST_A_YEAR) throw new IllegalStateException("all invoice numbers of " + year + " are used");
        return number(year, before + 1);
    }

    private static String number(int year, int number) {
        return "%04d-%06d".formatted(year, number);
    }

    /** One document, not an $and of two conditions: for that the embedded MongoDB reads the whole collection. */
    private static Bson between(String property, String from, String to) {
        return new Document(property, new Document("$gte", from).append("$lt", to));
    }
}
