package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.TEXT;
import static org.sistercities.city.partnership.APartnership.TODAY;
import static org.sistercities.city.partnership.APartnership.WITH_NOTE;
import static org.sistercities.city.partnership.APartnership.parties;
import static org.sistercities.city.partnership.APartnership.signing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/** Every action in every status: what it leads to, or by which rule it is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifeCycleTest {
    private static final Act LATER = new Act(null, "anna", "So it is.", null, NOON.plus(Duration.ofDays(2000)));
    private static final LocalDate LAST_DAY = LocalDate.of(2017, 10, 3);
    private static final LocalDate NEXT_TERM = LocalDate.of(2030, 1, 1);
    private static final SigningSession SESSION =
            new SigningSession("s1", NOON, "https://video.example.org/1", List.of());

    /** A project, so that every status can be reached. One side has passed its resolution. A dash is {@code step-not-possible}. */
    private static final String TABLE = """
                       PROPOSED  EXPLORING APPROVED  AGREED        PARTLY_SIGNED ACTIVE     INACTIVE   SUSPENDED  EXPIRED    EMERITUS TERMINATED WITHDRAWN REJECTED
          EXPLORE      EXPLORING -         -         -             -             -          -          -          -          -        -          -         -
          RESOLVE      PROPOSED  APPROVED  same      same          same          same       same       same       same       same     same       same      same
          OVERRIDE     none      none      none      -             -             -          -          -          -          -        -          -         -
          AGREE        AGREED    AGREED    AGREED    text          text          text       text       text       text       text     text       text      text
          OPEN_SESSION -         -         -         AGREED        PARTLY_SIGNED -          -          -          -          -        -          -         -
          SIGN         nothing   nothing   nothing   PARTLY_SIGNED same          same       same       same       same       same     same       nothing   nothing
          WITHDRAW     WITHDRAWN WITHDRAWN WITHDRAWN WITHDRAWN     WITHDRAWN     -          -          -          -          -        -          -         -
          REJECT       REJECTED  REJECTED  REJECTED  REJECTED      REJECTED      -          -          -          -          -        -          -         -
          DROP_UPGRADE -         -         -         -             -             -          -          -          -          -        -          -         -
          DEACTIVATE   -         -         -         -             -             INACTIVE   -          -          -          -        -          -         -
          SUSPEND      -         -         -         -             -             SUSPENDED  -          -          -          -        -          -         -
          REACTIVATE   -         -         -         -             -             -          ACTIVE     ACTIVE     -          -        -          -         -
          EXPIRE       -         -         -         -             -             EXPIRED    -          -          -          -        -          -         -
          RENEW        -         -         -         -             -             ACTIVE     -          -          ACTIVE     -        -          -         -
          HONOUR       -         -         -         -             -             -          EMERITUS   -          EMERITUS   -        -          -         -
          TERMINATE    -         -         -         -             -             TERMINATED TERMINATED TERMINATED TERMINATED -        -          -         -
          """;

    private static final List<String> RFC_9457 = List.of("type", "status", "title", "detail", "instance");

    private static final Map<String, String> RULES = Map.of(
            "-", "step-not-possible",
            "none", "nothing-to-override",
            "text", "text-is-fixed",
            "nothing", "nothing-to-sign");

    @ParameterizedTest(name = "{0} while {1}: {2}")
    @MethodSource("table")
    void every_action_in_every_status(String action, Status status, String outcome) {
        var partnership = in(status);

        if (RULES.containsKey(outcome)) {
            assertThatThrownBy(() -> act(action, partnership)).isInstanceOfSatisfying(Rejection.class, refused -> {
                assertThat(refused.rule()).isEqualTo(RULES.get(outcome));
                assertThat(refused.facts().keySet())
                        .as("they stand beside these")
                        .doesNotContainAnyElementsOf(RFC_9457);
            });
            return;
        }
        var change = act(action, partnership);
        if (outcome.equals("same")) {
            assertThat(change).isEqualTo(Change.none(partnership));
            return;
        }
        assertThat(change.state().status()).isEqualTo(Status.valueOf(outcome));
        assertThat(change.events()).as("each step is told by one event").hasSize(1);
        assertThat(change.state().history()).hasSize(partnership.history().size() + 1);
        assertThat(change.state().history()).startsWith(partnership.history().toArray(Step[]::new));
        assertThat(change.state().history().getLast().status()).isEqualTo(Status.valueOf(outcome));
    }

    @Test
    void the_table_speaks_of_every_status_and_every_move() {
        var rows = TABLE.lines().toList();
        assertThat(rows.getFirst().strip().split(" +"))
                .containsExactly(
                        Arrays.stream(Status.values()).map(Status::name).toArray(String[]::new));
        assertThat(rows.stream().skip(1).map(row -> row.strip().split(" +")[0]))
                .containsAll(Arrays.stream(Move.values()).map(Move::name).toList());
    }

    @Test
    void what_is_told_as_possible_is_what_would_be_taken() {
        for (var row : table().map(Arguments::get).toList()) {
            if (Arrays.stream(Move.values()).noneMatch(move -> move.name().equals(row[0]))) continue;
            var told = Move.possibleFor(in((Status) row[1])).contains(Move.valueOf((String) row[0]));
            assertThat(told).as(row[0] + " while " + row[1]).isEqualTo(!RULES.containsKey((String) row[2]));
        }
    }

    @Test
    void what_ended_frees_the_bond_and_what_has_not_keeps_it() {
        for (var status : Status.values())
            assertThat(in(status).bonds() == null).as(status.name()).isEqualTo(status.hasEnded());
        assertThat(Arrays.stream(Status.values()).filter(Status::hasEnded))
                .containsExactly(Status.EMERITUS, Status.TERMINATED, Status.WITHDRAWN, Status.REJECTED);
    }

    @Test
    void nobody_ends_or_interrupts_anything_silently() {
        assertThatThrownBy(() -> in(Status.ACTIVE).take(Move.TERMINATE, null, ANNA))
                .isInstanceOf(Refused.NoteMissing.class);
        assertThat(in(Status.TERMINATED).history().getLast().note()).isEqualTo("Both councils know.");
    }

    @Test
    void it_expires_when_the_last_day_is_over_everywhere_and_not_before() {
        var active = in(Status.ACTIVE);
        var stillThere = LAST_DAY.plusDays(1).atTime(11, 59).toInstant(java.time.ZoneOffset.UTC);

        assertThatThrownBy(() -> active.take(Move.EXPIRE, null, Act.by("anna", stillThere)))
                .isInstanceOf(Refused.TermNotOver.class);
        var over = Act.by("anna", stillThere.plusSeconds(60));
        assertThat(active.take(Move.EXPIRE, null, over).state().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void a_partnership_without_a_term_neither_expires_nor_is_renewed() {
        var sisters = APartnership.signed(Kind.SISTER, "a", "b");

        assertThatThrownBy(() -> sisters.take(Move.EXPIRE, null, LATER)).isInstanceOf(Refused.NoFixedTerm.class);
        assertThatThrownBy(() -> sisters.take(Move.RENEW, NEXT_TERM, LATER)).isInstanceOf(Refused.NoFixedTerm.class);
    }

    @Test
    void a_renewal_fixes_a_new_last_day_ahead() {
        var expired = in(Status.EXPIRED);

        assertThat(expired.take(Move.RENEW, NEXT_TERM, LATER).state().standing().until())
                .isEqualTo(NEXT_TERM);
        assertThatThrownBy(() -> expired.take(Move.RENEW, LAST_DAY, LATER)).isInstanceOf(Refused.TermInThePast.class);
        assertThatThrownBy(() -> expired.take(Move.RENEW, null, LATER)).isInstanceOf(Refused.NoFixedTerm.class);
    }

    @Test
    void approved_when_each_side_has_passed_a_resolution() {
        var half = in(Status.EXPLORING);
        var approved = half.resolve(resolution("b"), ANNA).state();

        assertThat(half.status()).isEqualTo(Status.EXPLORING);
        assertThat(approved.status()).isEqualTo(Status.APPROVED);
        assertThat(approved.papers().resolutions()).containsExactly(resolution("a"), resolution("b"));
        var other = new Resolution("a", "City council", "7/2014", TODAY, null);
        assertThatThrownBy(() -> half.resolve(other, ANNA)).isInstanceOf(Refused.AlreadyResolved.class);
    }

    /** The way a partnership comes to each status. */
    private static Partnership in(Status status) {
        return switch (status) {
            case PROPOSED ->
                Partnership.propose("p1", new Proposal(Kind.PROJECT, parties("a", "b"), LAST_DAY, List.of()), ANNA)
                        .state();
            case EXPLORING ->
                then(Move.EXPLORE, Status.PROPOSED)
                        .resolve(resolution("a"), ANNA)
                        .state();
            case APPROVED -> in(Status.EXPLORING).resolve(resolution("b"), ANNA).state();
            case AGREED -> in(Status.APPROVED).agree(TEXT, null, ANNA).state();
            case PARTLY_SIGNED -> in(Status.AGREED).sign(signing("a"), ANNA).state();
            case ACTIVE -> in(Status.PARTLY_SIGNED).sign(signing("b"), ANNA).state();
            case INACTIVE -> then(Move.DEACTIVATE, Status.ACTIVE);
            case SUSPENDED -> then(Move.SUSPEND, Status.ACTIVE);
            case EXPIRED -> in(Status.ACTIVE).take(Move.EXPIRE, null, LATER).state();
            case EMERITUS -> then(Move.HONOUR, Status.INACTIVE);
            case TERMINATED -> then(Move.TERMINATE, Status.ACTIVE);
            case WITHDRAWN -> then(Move.WITHDRAW, Status.APPROVED);
            case REJECTED -> then(Move.REJECT, Status.APPROVED);
        };
    }

    private static Partnership then(Move move, Status from) {
        return in(from).take(move, null, WITH_NOTE).state();
    }

    private static Change<Partnership> act(String action, Partnership partnership) {
        return switch (action) {
            case "RESOLVE" ->
                partnership.resolve(resolution(partnership.status() == Status.EXPLORING ? "b" : "a"), ANNA);
            case "AGREE" -> partnership.agree(Agreement.of(Map.of("en", "We build a bridge.")), null, ANNA);
            case "OPEN_SESSION" -> partnership.open(SESSION, ANNA);
            case "SIGN" -> partnership.sign(signing("a"), ANNA);
            default -> partnership.take(Move.valueOf(action), NEXT_TERM, LATER);
        };
    }

    private static Resolution resolution(String city) {
        return new Resolution(city, "City council", "12/2014", TODAY, "https://council.example.org/12");
    }

    static Stream<Arguments> table() {
        var rows = TABLE.lines().map(row -> row.strip().split(" +")).toList();
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, row.length)
                        .mapToObj(i -> Arguments.of(row[0], Status.valueOf(rows.getFirst()[i - 1]), row[i])));
    }
}
