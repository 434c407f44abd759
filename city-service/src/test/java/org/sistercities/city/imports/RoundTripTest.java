package org.sistercities.city.imports;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartialDate;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;

/** What the export writes, the import reads as the same partnership: parties, kind, status and beginning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundTripTest extends CityServiceTest {
    /** Cape Town, Cologne, Łódź, Tarawa, Port-au-Prince, São Paulo, Tokyo: no other test makes them sisters of each other. */
    private static final List<String> CITIES =
            List.of("gn3369157", "gn2886242", "gn3093133", "gn2110257", "gn3718426", "gn3448439", "gn1850147");

    private static final List<String> BEGINNINGS = List.of("1967", "1967-06", "2012-02-29", "0836", "2026");

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    Network network;

    @Autowired
    Parties parties;

    @Autowired
    PairCheck check;

    @Test
    void random_partnerships_come_back_as_they_were() throws Exception {
        var random = new Random(3);
        var recorded = new HashMap<String, Partnership>();
        for (int i = 0; i < 60; i++) {
            var kind = Kind.values()[random.nextInt(3)];
            var between = parties.of(some(random));
            var since =
                    random.nextInt(5) == 0 ? null : new PartialDate(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            var born = random.nextInt(4) == 0
                    ? Partnership.recordedInactive(kind, between, since, "ada", "It rests.", Instant.EPOCH)
                    : Partnership.recorded(kind, between, since, "ada", Instant.EPOCH);
            var stored = network.saw(partnerships.createOnce(born.state().id(), () -> born));
            recorded.put(stored.id(), stored.state());
        }

        var read = readBack();

        assertThat(read.keySet()).containsAll(recorded.keySet());
        recorded.forEach((id, partnership) -> {
            assertThat(read.get(id).kind()).isEqualTo(partnership.kind());
            assertThat(read.get(id).status()).isEqualTo(partnership.status());
            assertThat(read.get(id).parties()).isEqualTo(partnership.parties());
            assertThat(read.get(id).since()).isEqualTo(partnership.since());
        });
        var again = new ListsOverHttp(http).imported(exported(), ADMINISTRATOR);
        assertThat(again.rejected()).isZero();
        assertThat(again.recorded()).isZero();
    }

    private Map<String, Partnership> readBack() throws Exception {
        var read = new ArrayList<Partnership>();
        try (var csv = new PartnershipCsv(new BufferedReader(new StringReader(exported())))) {
            for (var line = csv.next(); line != null; line = csv.next())
                read.add(check.partnership(csv.pair(line), "ada").state());
        }
        return read.stream().collect(toMap(Partnership::id, partnership -> partnership));
    }

    private String exported() {
        return http.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build()
                .get()
                .uri("/api/v1/partnerships/export.csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static List<String> some(Random random) {
        return random.ints(0, CITIES.size())
                .distinct()
                .limit(2 + random.nextInt(2))
                .mapToObj(CITIES::get)
                .toList();
    }
}
