package org.sistercities.events.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageTest {
    private static final Instant NOON = Instant.parse("2029-01-17T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Message DUE = Message.due("m1", "gala", "r1", Kind.CONFIRMATION, NOON, NOON);

    @Test
    void nobody_else_can_claim_it_until_the_claim_has_run_out() {
        var claimed = claimedBy("anna", DUE, NOON);
        assertThat(claimed.isClaimedBy("anna")).isTrue();
        assertThat(claimedBy("ben", claimed, NOON.plus(LEASE).minusMillis(1)).isClaimedBy("ben"))
                .isFalse();
        assertThat(claimedBy("ben", claimed, NOON.plus(LEASE)).isClaimedBy("ben"))
                .isTrue();
    }

    @Test
    void it_is_not_claimed_before_it_is_due_nor_after_it_was_sent() {
        assertThat(claimedBy("anna", DUE, NOON.minusMillis(1)).claim()).isNull();
        var sent = DUE.sent(NOON).state();
        assertThat(sent.due()).isNull();
        assertThat(claimedBy("anna", sent, NOON.plus(LEASE))).isEqualTo(sent);
    }

    @Test
    void pauses_double_up_to_an_hour_and_never_end() {
        var message = DUE;
        var now = NOON;
        var last = Duration.ZERO;
        for (int i = 0; i < 100; i++) {
            message =
                    claimedBy("anna", message, now).failed("anna", "away", now).state();
            assertThat(message.status()).isEqualTo(Message.Status.WAITING);
            var pause = Duration.between(now, message.dueAt());
            assertThat(pause).isBetween(last, Duration.ofHours(1));
            last = pause;
            now = message.dueAt();
        }
        assertThat(last).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whoever_lost_the_claim_cannot_put_it_off() {
        var bens = claimedBy("ben", claimedBy("anna", DUE, NOON), NOON.plus(LEASE));
        assertThat(bens.failed("anna", "away", NOON.plus(LEASE)).state()).isEqualTo(bens);
    }

    @Test
    void what_was_sent_or_refused_can_be_asked_for_again_as_another_edition() {
        var refused = DUE.givenUp(Message.Status.REFUSED, "550").state();
        assertThat(refused.again(NOON).state().edition()).isEqualTo(2);
        assertThat(refused.again(NOON).state().dueAt()).isEqualTo(NOON);
        assertThatThrownBy(() -> DUE.again(NOON)).isInstanceOf(Message.StillWaiting.class);
    }

    @Test
    void what_is_due_earlier_sorts_earlier() {
        assertThat(Message.key(NOON, "z")).isLessThan(Message.key(NOON.plusMillis(1), "a"));
        assertThat(Message.key(NOON, "z")).isLessThan(Message.key(NOON.plus(Duration.ofDays(40_000)), "a"));
    }

    private static Message claimedBy(String who, Message message, Instant now) {
        return message.claim(who, LEASE, now).state();
    }
}
