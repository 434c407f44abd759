package org.sistercities.events.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sistercities.contracts.EventsDomainEvent;
import org.sistercities.contracts.EventsDomainEvent.AboutAdmission;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.InvitationAnswered;
import org.sistercities.contracts.EventsDomainEvent.InvitationHandedOn;
import org.sistercities.contracts.EventsDomainEvent.InvitationIssued;
import org.sistercities.contracts.EventsDomainEvent.Lapsed;
import org.sistercities.contracts.EventsDomainEvent.PersonalDataErased;
import org.sistercities.contracts.EventsDomainEvent.RefundMade;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingApproval;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingPayment;
import org.sistercities.contracts.EventsDomainEvent.RegistrationCancelled;
import org.sistercities.contracts.EventsDomainEvent.RegistrationChanged;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationExpired;
import org.sistercities.contracts.EventsDomainEvent.RegistrationOffered;
import org.sistercities.contracts.EventsDomainEvent.RegistrationPaid;
import org.sistercities.contracts.EventsDomainEvent.RegistrationRejected;
import org.sistercities.contracts.EventsDomainEvent.RegistrationWaitlisted;
import org.sistercities.contracts.Topics;
import org.sistercities.events.event.Events;
import org.sistercities.events.message.Messages.Wanted;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.registration.KnownParty.Right;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Makes messages of what happens, one for each party and event of the topic, however often it is delivered: the message's id is made
 * of theirs. A party the database does not know (any more) is told nothing.
 */
@Component
class GuestNews {
    private static final int AT_ONCE = 500;

    private final Messages messages;
    private final AggregateStore<Told> told;
    private final Registrations registrations;
    private final Events events;
    private final Duration remindBefore;
    private final Duration remindOfPaymentBefore;
    private final Duration remindOfAnswer;
    private final Clock clock;

    GuestNews(
            Messages messages,
            AggregateStores stores,
            Registrations registrations,
            Events events,
            MailProperties properties,
            Clock clock) {
        this.messages = messages;
        this.told = stores.open("told", Told.class);
        this.registrations = registrations;
        this.events = events;
        this.remindBefore = properties.remindBefore();
        this.remindOfPaymentBefore = properties.remindOfPaymentBefore();
        this.remindOfAnswer = properties.remindOfAnswer();
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = "${spring.kafka.consumer.group-id}-messages")
    void on(Delivered<EventsDomainEvent> delivered) {
        var cause = delivered.id();
        switch (delivered.event()) {
            case EventPublished e ->
                note(new Told(e.eventId(), e.startsAt(), e.zone(), e.venue(), delivered.sequence()));
            case EventChanged e ->
                changed(cause, new Told(e.eventId(), e.startsAt(), e.zone(), e.venue(), delivered.sequence()));
            case EventCancelled e -> tellAll(e.eventId(), cause, Kind.EVENT_CANCELLED);
            case RegistrationConfirmed e -> confirmed(cause, e);
            case RegistrationChanged e -> tell(cause, e.registrationId(), _ -> Kind.CHANGE);
            case RegistrationCancelled e ->
                tell(cause, e.registrationId(), party -> GuestNews.farewell(party, e.byParty()));
            case RegistrationOffered e -> tell(cause, e.registrationId(), _ -> Kind.OFFER);
            case InvitationIssued e -> invited(cause, e);
            case InvitationHandedOn e ->
                tell(
                        cause,
                        e.registrationId(),
                        party -> party.right() == Right.TO_ENTER ? Kind.CHANGE : Kind.INVITATION);
            case InvitationAnswered _ -> {} // the places it takes or frees are told
            case GuestsNamed _ -> {} // by themselves
            case PersonalDataErased _ -> {} // nobody is known any more
            case RegistrationPaid e -> {
                if (e.refundDue()) tell(cause, e.registrationId(), _ -> Kind.PAYMENT_TOO_LATE);
                // else its confirmation says so
            }
            case RefundMade e -> tell(cause, e.registrationId(), _ -> Kind.REFUND);
            case RegistrationWaitlisted _,
                    RegistrationAwaitingApproval _ -> {} // the answer to its request has just said so
            case RegistrationAwaitingPayment e -> invoiced(cause, e.registrationId(), e.until());
            case RegistrationRejected _ -> {} // the team tells them itself
            case RegistrationExpired e -> {
                if (e.lapsed() == Lapsed.PAYMENT) tell(cause, e.registrationId(), _ -> Kind.OVERDUE);
                // else it was told how long it had
            }
            case EventConcluded _ -> {} // its guests were there
            case AboutAdmission _ -> {} // they stand at the door
        }
    }

    private void tell(String cause, String registrationId, Function<KnownParty, Kind> kind) {
        registrations
                .party(registrationId)
                .ifPresent(party -> messages.want(List.of(now(cause, party, kind.apply(party)))));
    }

    private static Kind farewell(KnownParty party, boolean byParty) {
        if (party.invited() == null) return Kind.CANCELLATION;
        return byParty ? Kind.REGRET : Kind.INVITATION_WITHDRAWN;
    }

    /** Whoever is invited hears of it, and once more some time before the answer is due, if there is that much time. */
    private void invited(String cause, InvitationIssued issued) {
        tell(cause, issued.registrationId(), _ -> Kind.INVITATION);
        var dueAt = issued.answerBy().minus(remindOfAnswer);
        if (dueAt.isBefore(clock.instant())) return;
        messages.schedule(new Wanted(
                "invitation-reminder", issued.eventId(), issued.registrationId(), Kind.INVITATION_REMINDER, dueAt));
    }

    /** The party is not looked up: if it has gone since, there will be nothing to say when the messages are due. */
    private void confirmed(String cause, RegistrationConfirmed e) {
        var wanted = new ArrayList<Wanted>();
        wanted.add(new Wanted(cause, e.eventId(), e.registrationId(), Kind.CONFIRMATION, clock.instant()));
        var reminder = events.find(e.eventId())
                .flatMap(event ->
                        reminder(e.eventId(), e.registrationId(), event.state().startsAt()));
        reminder.ifPresent(wanted::add);
        var fresh = messages.want(wanted);
        reminder.filter(known -> !fresh.contains(known.id())).ifPresent(messages::postpone);
    }

    /** With a reminder before the time runs out; who has so little that it would come at once, has just been told. */
    private void invoiced(String cause, String registrationId, Instant until) {
        registrations.party(registrationId).ifPresent(party -> {
            messages.want(List.of(now(cause, party, Kind.INVOICE)));
            var dueAt = until.minus(remindOfPaymentBefore);
            if (dueAt.isAfter(clock.instant()))
                messages.want(List.of(new Wanted(
                        "payment of " + cause, party.eventId(), registrationId, Kind.PAYMENT_REMINDER, dueAt)));
        });
    }

    /** Tells everybody before it is noted, so that a crash in between tells them again, which comes to telling them once. */
    private void changed(String cause, Told news) {
        var before = told.find(news.eventId());
        if (before.isPresent()) {
            var known = before.get().state();
            if (news.sequence() <= known.sequence()) return;
            if (news.isAnotherTimeOrPlace(known)) {
                tellAll(news.eventId(), cause, Kind.EVENT_CHANGED);
                each(news.eventId(), Kind.EVENT_CHANGED, party -> {
                    if (party.right() == Right.TO_ENTER)
                        reminder(party.eventId(), party.registrationId(), news.startsAt())
                                .ifPresent(messages::schedule);
                });
            }
        }
        note(news);
    }

    private void note(Told news) {
        told.createOnce(news.eventId(), () -> Change.of(news));
        told.change(news.eventId(), known -> known.then(news));
    }

    /** One reminder a registration; who registers so late that it would come at once, has just been told. */
    private Optional<Wanted> reminder(String eventId, String registrationId, Instant startsAt) {
        var dueAt = startsAt.minus(remindBefore);
        if (dueAt.isBefore(clock.instant())) return Optional.empty();
        return Optional.of(new Wanted("reminder", eventId, registrationId, Kind.REMINDER, dueAt));
    }

    private void tellAll(String eventId, String cause, Kind kind) {
        var wanted = new ArrayList<Wanted>();
        each(eventId, kind, party -> {
            wanted.add(now(cause, party, kind));
            if (wanted.size() == AT_ONCE) {
                messages.want(wanted);
                wanted.clear();
            }
        });
        messages.want(wanted);
    }

    private void each(String eventId, Kind kind, Consumer<KnownParty> told) {
        registrations.eachParty(eventId, party -> {
            if (Addressees.expects(party).contains(kind)) told.accept(party);
        });
    }

    private Wanted now(String cause, KnownParty party, Kind kind) {
        return new Wanted(cause, party.eventId(), party.registrationId(), kind, clock.instant());
    }
}
