package org.sistercities.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventCodec.InvalidEvent;
import org.sistercities.platform.example.PlatformTest;
import org.sistercities.platform.example.Tally;
import org.sistercities.platform.example.Tally.TallyFull;
import org.sistercities.platform.example.TallyEvent.Counted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@PlatformTest
class AggregateStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    AggregateStores stores;

    @Autowired
    MongoTemplate mongo;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void openATally() {
        tallies.create(id, Tally.open(id, 1_000, NOON));
    }

    @Test
    void what_was_created_is_found_as_it_was() {
        var found = tallies.get(id);
        assertThat(found.revision()).isEqualTo(1);
        assertThat(found.etag()).isEqualTo("\"1\"");
        assertThat(found.state()).isEqualTo(new Tally(id, 0, 1_000, id, LocalDate.of(2014, 10, 3)));
        assertThat(tallies.find("nobody")).isEmpty();
        assertThatThrownBy(() -> tallies.get("nobody")).isInstanceOf(NoSuchAggregate.class);
    }

    @Test
    void a_local_date_is_stored_as_that_day_in_utc_whatever_the_zone_of_the_machine() {
        assertThat(stored().get("state", Document.class).getDate("opened").toInstant())
                .isEqualTo(Instant.parse("2014-10-03T00:00:00Z"));
    }

    @Test
    void state_and_events_are_one_document() {
        var changed = tallies.change(id, tally -> tally.add(3, NOON));
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.state().count()).isEqualTo(3);
        assertThat(stored().getLong("seq")).isEqualTo(2);
        assertThat(stored().get("state", Document.class).getInteger("count")).isEqualTo(3);
    }

    @Test
    void of_changes_to_what_was_read_long_ago_none_is_lost() {
        var read = tallies.get(id);
        assertThat(tallies.change(read, AggregateStoreTest::quietlyOneMore)).isEqualTo(tallies.get(id));
        assertThat(tallies.get(id).revision()).isEqualTo(2);
        atOnce(60, i -> tallies.change(read, AggregateStoreTest::quietlyOneMore));
        assertThat(tallies.get(id).state().count()).isEqualTo(61);
        assertThat(tallies.get(id).revision()).isEqualTo(62);
    }

    @Test
    void a_change_to_what_was_read_is_announced_and_may_be_none() {
        var read = tallies.get(id);
        tallies.change(read, tally -> tally.add(2, NOON));
        assertThat(stored().getLong("seq")).isEqualTo(2);
        assertThat(tallies.change(read, tally -> tally.add(0, NOON)))
                .as("as it is now")
                .isEqualTo(tallies.get(id));
        assertThat(tallies.get(id).state().count()).isEqualTo(2);
    }

    private static Change<Tally> quietlyOneMore(Tally tally) {
        return Change.of(tally.add(1, NOON).state());
    }

    @Test
    void a_refusal_changes_nothing() {
        assertThatThrownBy(() -> tallies.change(id, tally -> tally.add(1_001, NOON)))
                .isInstanceOf(TallyFull.class);
        assertThat(tallies.get(id).revision()).isEqualTo(1);
    }

    @Test
    void an_event_that_breaks_its_schema_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> tallies.change(
                        id, tally -> Change.of(tally.add(1, NOON).state(), new Counted(id, 1_000_001, NOON))))
                .isInstanceOf(InvalidEvent.class);
        assertThat(tallies.get(id).state().count()).isZero();
    }

    @Test
    void nothing_to_do_writes_nothing() {
        assertThat(tallies.change(id, tally -> tally.add(0, NOON)).revision()).isEqualTo(1);
        assertThat(tallies.get(id).revision()).isEqualTo(1);
    }

    @Test
    void of_200_concurrent_changes_none_is_lost() {
        atOnce(200, i -> tallies.change(id, tally -> tally.add(1, NOON)));
        var end = tallies.get(id);
        assertThat(end.state().count()).isEqualTo(200);
        assertThat(end.revision()).isEqualTo(201);
        assertThat(stored().getLong("seq")).isEqualTo(201);
    }

    @Test
    void two_replicas_hold_each_other_off_by_compare_and_set() {
        var replicas = List.of(tallies, stores.open("tallies", Tally.class, "label"));
        atOnce(60, i -> replicas.get(i % 2).change(id, tally -> tally.add(1, NOON)));
        assertThat(tallies.get(id).state().count()).isEqualTo(60);
    }

    @Test
    void a_limit_holds_however_many_ask_at_once() {
        var answers = atOnce(60, i -> {
            try {
                return tallies.change(id, tally -> tally.add(50, NOON)).state().count();
            } catch (TallyFull full) {
                return -1;
            }
        });
        assertThat(answers.stream().filter(count -> count > 0)).hasSize(20);
        assertThat(tallies.get(id).state().count()).isEqualTo(1_000);
    }

    @Test
    void one_request_sent_50_times_at_once_is_carried_out_once() {
        var request = IdempotentRequest.of("key", "add 3");
        var answers = atOnce(50, i -> tallies.change(id, request, tally -> tally.add(3, NOON)));
        assertThat(answers).extracting(answer -> answer.state().count()).containsOnly(3);
        assertThat(tallies.get(id).revision()).isEqualTo(2);
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        tallies.change(id, IdempotentRequest.of("key", "add 3"), tally -> tally.add(3, NOON));
        assertThatThrownBy(() -> tallies.change(id, IdempotentRequest.of("key", "add 4"), tally -> tally.add(4, NOON)))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(tallies.get(id).state().count()).isEqualTo(3);
    }

    @Test
    void one_creation_sent_50_times_at_once_makes_one_aggregate() {
        var key = new IdempotencyKey("my-key");
        var fresh = key.idIn(UUID.randomUUID().toString());
        var answers = atOnce(50, i -> tallies.create(fresh, key.of("open"), () -> Tally.open(fresh, 10, NOON)));
        assertThat(answers).containsOnly(answers.getFirst());
        assertThatThrownBy(() -> tallies.create(fresh, key.of("open wider"), () -> Tally.open(fresh, 20, NOON)))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void a_change_from_an_old_revision_is_refused() {
        tallies.change(id, 1L, tally -> tally.add(1, NOON));
        assertThatThrownBy(() -> tallies.change(id, 1L, tally -> tally.add(1, NOON)))
                .isInstanceOf(StaleRevision.class)
                .hasMessageContaining("current revision is 2");
    }

    @Test
    void an_id_or_a_unique_property_is_taken_once() {
        assertThatThrownBy(() -> tallies.create(id, Tally.open(id, 1, NOON))).isInstanceOf(AlreadyExists.class);
        var sameLabel = new Tally("other", 0, 1, id, LocalDate.EPOCH);
        assertThatThrownBy(() -> tallies.create("other-" + id, Change.of(sameLabel)))
                .isInstanceOf(AlreadyExists.class);
    }

    @Test
    void a_change_cannot_take_anothers_unique_property() {
        var second = "second-" + id;
        tallies.create(second, Tally.open(second, 1, NOON));
        var sameLabel = new Tally(second, 0, 1, id, LocalDate.EPOCH);
        assertThatThrownBy(() -> tallies.change(second, tally -> Change.of(sameLabel)))
                .isInstanceOf(AlreadyExists.class);
        assertThat(tallies.get(second).revision()).isEqualTo(1);
    }

    @Test
    void asked_to_create_once_the_first_stays() {
        var again = tallies.createOnce(id, () -> Tally.open(id, 5, NOON));
        assertThat(again.state().limit()).isEqualTo(1_000);
    }

    @Test
    void of_many_only_the_new_ones_are_created() {
        var born = new LinkedHashMap<String, Change<Tally>>();
        born.put("a" + id, Tally.open("a" + id, 1, NOON));
        born.put(id, Tally.open(id, 1, NOON));
        born.put("b" + id, Tally.open("b" + id, 1, NOON));
        assertThat(tallies.createAll(born)).containsExactlyInAnyOrder("a" + id, "b" + id);
        assertThat(tallies.findAll(born.keySet())).hasSize(3);
        assertThat(tallies.get(id).state().limit()).isEqualTo(1_000);
    }

    @Test
    void only_the_last_hundred_keys_are_remembered() {
        for (int i = 0; i < 105; i++) {
            var request = IdempotentRequest.of("key-" + i, "add 1");
            tallies.change(id, request, tally -> tally.add(1, NOON));
        }
        assertThat(stored().getList("requests", Document.class)).hasSize(100);
    }

    private Document stored() {
        return mongo.getCollection("tallies").find(new Document("_id", id)).first();
    }

    /** Lets {@code times} virtual threads do the same at the same moment. */
    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream()
                    .map(done -> done.resultNow())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
