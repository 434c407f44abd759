package org.sistercities.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LifeCycleTest {
    private final Event gala = aGala().with("gala", "ballroom").build();
    private final Event draft = aGala().with("gala", "ballroom").draft().build();
    private final Instant theEnd = gala.endsAt();

    @Test
    void a_draft_is_edited_freely_and_in_silence() {
        var edited = draft.edit("another-slug", moved(NOON.minusSeconds(7200)), NOON);
        assertThat(edited.state().slug()).isEqualTo("another-slug");
        assertThat(edited.state().startsAt()).isEqualTo(NOON.minusSeconds(7200));
        assertThat(edited.events()).isEmpty();
    }

    @Test
    void what_changes_about_a_published_event_is_announced_as_it_is_now() {
        var edited = gala.edit(gala.slug(), EventBuilder.titled(gala.plan(), "The Gala"), NOON);
        assertThat(edited.events())
                .containsExactly(new EventChanged(
                        "gala",
                        "inaugural-gala-2027",
                        "The Gala",
                        "GALA",
                        GALA_NIGHT,
                        theEnd,
                        "America/New_York",
                        "Hall of the Americas",
                        "gn4140963",
                        NOON));
        assertThat(edited.state().edit(gala.slug(), edited.state().plan(), NOON).events())
                .isEmpty();
    }

    @Test
    void the_address_of_a_published_event_stays() {
        assertThatExceptionOfType(LifeCycle.SlugIsPublished.class)
                .isThrownBy(() -> gala.edit("another-slug", gala.plan(), NOON));
    }

    @Test
    void a_published_event_is_moved_ahead_of_time_only() {
        var later = GALA_NIGHT.plusSeconds(3600);
        assertThat(gala.edit(gala.slug(), moved(later), NOON).state().startsAt())
                .isEqualTo(later);
        assertThatExceptionOfType(LifeCycle.StartsInThePast.class)
                .isThrownBy(() -> gala.edit(gala.slug(), moved(NOON), NOON));
        assertThatExceptionOfType(LifeCycle.EventHasBegun.class)
                .isThrownBy(() -> gala.edit(gala.slug(), moved(later), GALA_NIGHT));
    }

    @Test
    void what_else_is_said_of_an_event_may_change_after_it_has_begun() {
        var edited = gala.edit(gala.slug(), EventBuilder.titled(gala.plan(), "The Gala"), GALA_NIGHT);
        assertThat(edited.state().title()).isEqualTo("The Gala");
    }

    @Test
    void it_is_concluded_once_it_is_over() {
        assertThatExceptionOfType(LifeCycle.NotOverYet.class).isThrownBy(() -> gala.conclude(theEnd.minusMillis(1)));
        var concluded = gala.conclude(theEnd);
        assertThat(concluded.state().status()).isEqualTo(Event.Status.CONCLUDED);
        assertThat(concluded.events())
                .containsExactly(new EventConcluded(
                        "gala",
                        "inaugural-gala-2027",
                        "Inaugural Gala",
                        GALA_NIGHT,
                        theEnd,
                        "America/New_York",
                        "Hall of the Americas",
                        "gn4140963",
                        theEnd));
        assertThat(concluded.state().conclude(theEnd).events()).isEmpty();
    }

    @Test
    void cancelled_it_says_why_sells_nothing_and_stays_visible() {
        var cancelled = gala.cancel("A snowstorm.", NOON);
        assertThat(cancelled.events())
                .containsExactly(new EventCancelled(
                        "gala",
                        "inaugural-gala-2027",
                        "Inaugural Gala",
                        GALA_NIGHT,
                        "America/New_York",
                        "A snowstorm.",
                        "gn4140963",
                        NOON));
        assertThat(cancelled.state().isPublic()).isTrue();
        assertThat(cancelled.state().isOnSale(gala.ticketTypes().getFirst(), NOON))
                .isFalse();
        assertThatExceptionOfType(LifeCycle.EventIsCancelled.class)
                .isThrownBy(() -> cancelled.state().claim(List.of(new Tickets("gala", 1)), null, NOON));
        assertThat(cancelled.state().cancel("Another reason.", NOON).state()).isEqualTo(cancelled.state());
    }

    @Test
    void nothing_about_a_closed_event_changes_any_more() {
        for (var closed : List.of(
                gala.cancel("A snowstorm.", NOON).state(), gala.conclude(theEnd).state())) {
            refused(() -> closed.edit(gala.slug(), EventBuilder.titled(gala.plan(), "The Gala"), NOON));
            refused(() -> closed.publish(NOON));
        }
        refused(() -> gala.conclude(theEnd).state().cancel("Too late.", theEnd));
        refused(() -> gala.cancel("A snowstorm.", NOON).state().conclude(theEnd));
    }

    @Test
    void a_draft_is_neither_concluded_nor_cancelled() {
        assertThatExceptionOfType(LifeCycle.NotPublishedYet.class).isThrownBy(() -> draft.conclude(theEnd));
        assertThatExceptionOfType(LifeCycle.NotPublishedYet.class).isThrownBy(() -> draft.cancel("No.", NOON));
    }

    @Test
    void what_is_over_is_not_published() {
        assertThatExceptionOfType(LifeCycle.EndsInThePast.class).isThrownBy(() -> draft.publish(theEnd));
        assertThat(draft.publish(GALA_NIGHT).state().isPublic()).isTrue();
    }

    private Plan moved(Instant startsAt) {
        return aGala().from(startsAt, theEnd).build().plan();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatExceptionOfType(LifeCycle.EventIsClosed.class).isThrownBy(step);
    }
}
