package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.usd;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.registration.Desks.after;
import static org.sistercities.events.registration.Desks.arrives;
import static org.sistercities.events.registration.Desks.of;
import static org.sistercities.events.registration.Desks.quotas;
import static org.sistercities.events.registration.Desks.settled;
import static org.sistercities.events.registration.Desks.stored;
import static org.sistercities.events.registration.Desks.wants;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Details;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.Invite;
import org.sistercities.events.party.Invited;
import org.sistercities.events.party.Invitee;
import org.sistercities.events.party.Payment;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Rsvp;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Steps;
import org.sistercities.events.registration.ProtocolModel.Role;
import org.sistercities.events.registration.ProtocolModel.Shortcut;

/** No order of events breaks the protocol, and every shortcut is broken by some order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolModelTest {
    private static final List<Instant> NOW = List.of(NOON);
    private static final List<Instant> UNTIL_IT_LAPSES = List.of(NOON, NOON.plus(Duration.ofMinutes(15)));

    private final Arrival two = arrives("two", aParty("two").of(2, "gala"));
    private final Arrival another = arrives("another", aParty("another").of(2, "gala"));
    private final Arrival holding = arrives("held", aParty("held").of(2, "gala").holding());
    private final Arrival waits = arrives("waits", aParty("waits").of(2, "gala").orWaiting());
    private final Quotas held = settled(after(quotas(2), holding));
    private final Registration party = of(after(quotas(2), holding), holding);
    private final Arrival unpaying =
            arrives("unpaid", aParty("unpaid").of(2, "patron").holding());
    private final Quotas unpaid = settled(after(quotas(2), unpaying));
    private final Registration patrons = of(after(quotas(2), unpaying), unpaying);
    private final Arrival invites = new Arrival() {
        @Override
        public String registrationId(String eventId) {
            return "invited";
        }

        @Override
        public Plan plan(@Nullable Registration current, Setting setting) {
            var ada = new Invitee(new Contact("Ada", "ada@example.org"), null, null);
            var invited = new Invited(ada, null, null, null, "gala", 1, UNTIL_IT_LAPSES.getLast(), null);
            return new Invite(invited, ada.contact(), "erin", null).plan("invited", "hash", setting);
        }
    };
    private final Quotas invitedOnly = settled(after(quotas(2), invites));
    private final Registration invitation = of(after(quotas(2), invites), invites);
    private final Quotas sold = settled(after(quotas(2), two));
    private final Registration guest = of(after(quotas(2), two), two);

    private Arrival pays(String reference) {
        var payment = Payment.byCard(reference, LocalDate.of(2026, 12, 1), reference);
        return wants(patrons, steps -> steps.settle(payment, usd("500.00")));
    }

    /** Workers and what they begin with. */
    private record Scenario(
            Quotas quotas, Map<String, Registration> registrations, List<Instant> times, Role... roles) {}

    private enum Story {
        ONE_KEY_AND_A_RIVAL,
        CONFIRM_AGAINST_EXPIRY,
        EXTEND_AGAINST_CONFIRM,
        CANCEL_TWICE,
        NAMES_MEANWHILE,
        THE_LAST_OFFER,
        PAYMENT_AGAINST_EXPIRY,
        CHECKOUT_AGAINST_EXPIRY,
        TWO_PAYMENTS_AND_A_CANCELLATION,
        AN_INVITATION_ACCEPTED_AND_REGRETTED
    }

    private Scenario scenario(Story story) {
        return switch (story) {
            case ONE_KEY_AND_A_RIVAL ->
                new Scenario(
                        quotas(4),
                        Map.of(),
                        NOW,
                        Role.serving(two),
                        Role.serving(two),
                        Role.serving(another),
                        Role.sweeping());
            case CONFIRM_AGAINST_EXPIRY ->
                new Scenario(
                        held,
                        stored(party),
                        UNTIL_IT_LAPSES,
                        Role.serving(wants(party, steps -> steps.confirm(Details.NONE))),
                        Role.serving(another),
                        Role.serving(wants(party, Steps::expire)),
                        Role.sweeping());
            case EXTEND_AGAINST_CONFIRM ->
                new Scenario(
                        held,
                        stored(party),
                        UNTIL_IT_LAPSES,
                        Role.serving(wants(party, Steps::extend)),
                        Role.serving(wants(party, steps -> steps.confirm(Details.NONE))),
                        Role.serving(another));
            case CANCEL_TWICE ->
                new Scenario(
                        sold,
                        stored(guest),
                        NOW,
                        Role.serving(wants(guest, steps -> steps.cancel(null))),
                        Role.serving(wants(guest, steps -> steps.cancel(null))),
                        Role.serving(another),
                        Role.sweeping());
            case NAMES_MEANWHILE ->
                new Scenario(
                        held,
                        stored(party),
                        NOW,
                        Role.naming(party.id()),
                        Role.serving(wants(party, steps -> steps.confirm(Details.NONE))),
                        Role.serving(wants(party, steps -> steps.cancel(null))),
                        Role.sweeping());
            case PAYMENT_AGAINST_EXPIRY ->
                new Scenario(
                        unpaid,
                        stored(patrons),
                        UNTIL_IT_LAPSES,
                        Role.serving(pays("pi_1")),
                        Role.serving(another),
                        Role.serving(wants(patrons, Steps::expire)),
                        Role.sweeping());
            case CHECKOUT_AGAINST_EXPIRY ->
                new Scenario(
                        unpaid,
                        stored(patrons),
                        UNTIL_IT_LAPSES,
                        Role.serving(wants(patrons, steps -> steps.checkout(Details.NONE, 0))),
                        Role.serving(pays("pi_1")),
                        Role.serving(another));
            case TWO_PAYMENTS_AND_A_CANCELLATION ->
                new Scenario(
                        unpaid,
                        stored(patrons),
                        NOW,
                        Role.serving(pays("pi_1")),
                        Role.serving(pays("pi_2")),
                        Role.serving(wants(patrons, steps -> steps.cancel(null))),
                        Role.sweeping());
            case AN_INVITATION_ACCEPTED_AND_REGRETTED ->
                new Scenario(
                        invitedOnly,
                        stored(invitation),
                        UNTIL_IT_LAPSES,
                        Role.serving(wants(invitation, steps -> Rsvp.of(steps).accept(List.of(Guest.named("Ada"))))),
                        Role.serving(wants(invitation, steps -> Rsvp.of(steps).regret(null))),
                        Role.serving(another),
                        Role.sweeping());
            case THE_LAST_OFFER -> {
                var inLine = of(after(sold, waits), waits);
                yield new Scenario(
                        settled(after(sold, waits)),
                        stored(guest, inLine),
                        NOW,
                        Role.serving(wants(guest, steps -> steps.cancel(null))),
                        Role.serving(wants(inLine, Steps::accept)),
                        Role.serving(wants(inLine, steps -> steps.cancel(null))),
                        Role.serving(another));
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void no_interleaving_oversells_forgets_or_frees_twice(Story story) {
        var model = model(Shortcut.NONE, story);
        assertThat(explore(model, story)).isEmpty();
        assertThat(model.states()).isGreaterThan(500);
        System.out.println(story + ": " + model.states() + " states");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void every_shortcut_is_caught(Shortcut shortcut) {
        var caught = Stream.of(Story.values())
                .filter(story -> explore(model(shortcut, story), story).isPresent());
        assertThat(caught).as("stories that break without this step").isNotEmpty();
    }

    private ProtocolModel model(Shortcut shortcut, Story story) {
        var scenario = scenario(story);
        return new ProtocolModel(shortcut, scenario.times(), scenario.roles());
    }

    private Optional<String> explore(ProtocolModel model, Story story) {
        var scenario = scenario(story);
        try {
            return model.explore(scenario.quotas(), scenario.registrations());
        } catch (IllegalStateException impossible) { // an aggregate that refuses to be wrong is caught, too
            return Optional.of(impossible.getMessage());
        }
    }
}
