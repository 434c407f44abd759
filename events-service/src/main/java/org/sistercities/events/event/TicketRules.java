package org.sistercities.events.event;

import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sistercities.platform.problem.Rejection;

/** What holds for the ticket types of one event as a whole. */
public final class TicketRules {

    private TicketRules() {}

    static void check(List<TicketType> types, Collection<String> quotas, List<Question> questions) {
        noneTwice(questions.stream().map(Question::id).toList());
        for (var question : questions) if (!question.makesSense()) throw new NoSuchQuestion(question.id());
        noneTwice(types.stream().map(TicketType::id).toList());
        noneTwice(quotas);
        for (var type : types) {
            noneTwice(type.quotas());
            for (var quota : type.quotas()) if (!quotas.contains(quota)) throw new UnknownQuota(type.id(), quota);
            if (type.sales().isEmpty()
                    || type.partySize().min() > type.partySize().max()) throw new NeverOnSale(type.id());
        }
        if (types.stream().map(type -> type.price().currency()).distinct().count() > 1) throw new MixedCurrencies();
    }

    static void checkChange(List<TicketType> before, List<TicketType> after) {
        for (var type : before)
            if (after.stream().noneMatch(other -> other.id().equals(type.id()))) throw new TicketTypeStays(type.id());
        var currency = before.getFirst().price().currency();
        if (!after.getFirst().price().currency().equals(currency)) throw new CurrencyStays(currency);
    }

    private static void noneTwice(Collection<String> ids) {
        Set<String> seen = new HashSet<>();
        for (var id : ids) if (!seen.add(id)) throw new NamedTwice(id);
    }

    /** The same id twice where each may stand once. */
    public static final class NamedTwice extends Rejection {
        NamedTwice(String id) {
            super(Reason.INVALID, id + " is named twice.");
        }
    }

    /** A ticket type draws from a quota the event does not have. */
    public static final class UnknownQuota extends Rejection {
        UnknownQuota(String type, String quota) {
            super(
                    Reason.INVALID,
                    "Ticket type " + type + " draws from " + quota + ", which is no quota of this event.");
        }
    }

    /** The sales window ends before it begins, or the smallest party is larger than the largest. */
    public static final class NeverOnSale extends Rejection {
        NeverOnSale(String type) {
            super(Reason.INVALID, "Nobody could ever have a ticket of type " + type + ": see its sales and partySize.");
        }
    }

    /** Prices of one event must add up. */
    public static final class MixedCurrencies extends Rejection {
        MixedCurrencies() {
            super(Reason.INVALID, "All prices of an event must be in one currency.");
        }
    }

    /** Parties may have tickets of this type. */
    public static final class TicketTypeStays extends Rejection {
        TicketTypeStays(String type) {
            super(Reason.CONFLICT, "Visitors have seen " + type + ", so it stays; end its sale instead.");
        }
    }

    /** Parties may have paid in this currency. */
    public static final class CurrencyStays extends Rejection {
        CurrencyStays(Currency currency) {
            super(Reason.CONFLICT, "Visitors have seen prices in " + currency + ", so they stay in it.");
        }
    }

    /** A choice without answers, or answers to what is no choice. */
    public static final class NoSuchQuestion extends Rejection {
        NoSuchQuestion(String question) {
            super(Reason.INVALID, "Only a CHOICE has choices, and it has some: see the question " + question + ".");
        }
    }
}
