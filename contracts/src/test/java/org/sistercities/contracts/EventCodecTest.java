package org.sistercities.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.EventCodec.InvalidEvent;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.Tickets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCodecTest {
    private static final String SIGNED = "city.partnership-signed.v1";
    private static final String HASH = "a".repeat(64);
    private static final Party LOCKPORT = new Party("4900292", "Lockport", "US");
    private static final Party ASIAGO = new Party("3182744", "Asiago", "IT");
    private static final LocalDate DAY = LocalDate.of(2014, 10, 3);
    private static final Instant NOON = Instant.parse("2014-10-03T12:00:00Z");
    private static final String VALID = """
            {"partnershipId":"p1","kind":"SISTER","parties":[
            {"cityId":"4900292","name":"Lockport","countryCode":"US"},{"cityId":"3182744","name":"Asiago","countryCode":"IT"}],
            "textHash":"%s","signedOn":"2014-10-03","at":"2014-10-03T12:00:00Z"}""".formatted(HASH);

    private final EventCodec codec = EventCodec.ofAllServices();

    @Test
    void dates_and_instants_are_written_as_iso_text() {
        assertThat(new String(codec.encode(signed("SISTER", List.of(LOCKPORT, ASIAGO))), UTF_8))
                .contains("\"signedOn\":\"2014-10-03\"", "\"at\":\"2014-10-03T12:00:00Z\"");
    }

    @Test
    void a_broken_schema_is_refused_before_it_is_sent() {
        refused(() -> codec.encode(signed("TWIN", List.of(LOCKPORT, ASIAGO))), "/kind does not have a value in");
        refused(() -> codec.encode(signed("SISTER", List.of(LOCKPORT))), "/parties must have at least 2 items");
        refused(() -> codec.encode(signed("SISTER", List.of(ASIAGO, ASIAGO))), "unique");
        refused(() -> codec.encode(signed("SISTER", null)), "required property 'parties' not found");
        refused(
                () -> codec.encode(signed("SISTER", List.of(LOCKPORT, new Party("3182744", "Asiago", "ITA")))),
                "/parties/1/countryCode");
        refused(
                () -> codec.encode(new RegistrationConfirmed("r1", "gala", List.of(new Tickets("vip", 0)), 1, NOON)),
                "/tickets/0/count must have a minimum value of 1");
        refused(
                () -> codec.encode(new StoryDrafted("s1", "", List.of(), List.of(), Instant.MAX)),
                "/headline must be at least 1 characters long; /at does not match");
    }

    @Test
    void a_refusal_stays_short_and_in_english() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            var empty = Collections.nCopies(1000, "");
            refused(
                    () -> EventCodec.ofAllServices().encode(story("News", empty)),
                    "content.story-drafted.v1 breaks its schema: /cityIds/0 must be at least 1 characters long; ",
                    "; and 995 more");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void too_large_an_event_is_refused_before_it_is_sent() {
        var ids = Collections.nCopies(326, "🌍".repeat(200));
        var room = EventCodec.MAX_BYTES - codec.encode(story("-", ids)).length;

        assertThat(codec.encode(story("-".repeat(1 + room), ids)).length).isEqualTo(EventCodec.MAX_BYTES);
        refused(() -> codec.encode(story("-".repeat(2 + room), ids)), "262145 bytes, more than the 262144 allowed");
    }

    @Test
    void an_unknown_event_is_refused() {
        @EventType("city.partnership-signed.v1")
        record Impostor(String partnershipId) implements DomainEvent {}
        record Nameless() implements DomainEvent {}

        refused(() -> codec.encode(new Impostor("p1")), "unknown event");
        refused(() -> codec.encode(new Nameless()), "unknown event");
        refused(() -> new EventCodec(List.of(ContentDomainEvent.class)).encode(signed("SISTER", null)), "unknown");
        refused(() -> codec.decode("city.partnership-signed.v2", VALID.getBytes(UTF_8)), "unknown event type");
        refused(() -> codec.decode("../asyncapi", VALID.getBytes(UTF_8)), "unknown event type");
    }

    @Test
    void a_codec_without_every_schema_or_name_is_not_built() {
        @EventType("city.never-described.v1")
        record NeverDescribed() implements DomainEvent {}
        record Nameless() implements DomainEvent {}

        assertThatThrownBy(() -> new EventCodec(List.of(NeverDescribed.class)))
                .hasMessage("no schema for event type city.never-described.v1");
        assertThatThrownBy(() -> new EventCodec(List.of(Nameless.class))).hasMessageEndingWith("has no @EventType");
    }

    @Test
    void no_data_is_not_an_event() {
        refused(() -> codec.decode(SIGNED, null), "city.partnership-signed.v1 has no data");
        refused(() -> codec.decode(SIGNED, new byte[0]), "city.partnership-signed.v1 has no data");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "null", "[]", "7", "\"text\"", "{", "{}", "not json", "{}{}", "{\"at\":"})
    void garbage_is_not_an_event(String garbage) {
        refused(() -> codec.decode(SIGNED, garbage.getBytes(UTF_8)), SIGNED);
    }

    @Test
    void hostile_bytes_are_refused_like_any_garbage() {
        refused(() -> codec.decode(SIGNED, new byte[] {'{', '"', (byte) 0xff, '"', '}'}), "cannot be read");
        refused(() -> codec.decode(SIGNED, "[".repeat(100_000).getBytes(UTF_8)), "cannot be read");
        refused(() -> codec.decode(SIGNED, (VALID + "x").getBytes(UTF_8)), "cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-10-03T12:00:00Z, 2014-10-03T14:00:00+02:00, /at",
        "2014-10-03T12:00:00Z, 2014-13-03T12:00:00Z, /at",
        "2014-10-03T12:00:00Z, 1412337600, /at",
        "2014-10-03T12:00:00Z, 2014-10-03T12:00:00Z\\n, /at",
        "2014-10-03T12:00:00Z, 2014-02-30T12:00:00Z, cannot be read",
        "2014-10-03\", 2014-10-3\", /signedOn",
        "2014-10-03\", 2014-02-30\", cannot be read",
        "SISTER, sister, /kind",
    })
    void a_value_that_is_not_what_the_schema_says_is_refused(String before, String after, String expected) {
        refused(() -> codec.decode(SIGNED, VALID.replace(before, after).getBytes(UTF_8)), expected);
    }

    @Test
    void properties_added_later_are_ignored_at_any_depth() {
        var later = VALID.replace("\"name\":", "\"flag\":{\"emoji\":\"🇮🇹\"},\"name\":")
                .replace("{\"partnershipId\"", "{\"witnesses\":[1,null],\"partnershipId\"");
        assertThat(codec.decode(SIGNED, later.getBytes(UTF_8))).isEqualTo(signed("SISTER", List.of(LOCKPORT, ASIAGO)));
    }

    private static PartnershipSigned signed(String kind, List<Party> parties) {
        return new PartnershipSigned("p1", kind, parties, HASH, DAY, NOON);
    }

    private static StoryDrafted story(String headline, List<String> cityIds) {
        return new StoryDrafted("s1", headline, cityIds, List.of(), NOON);
    }

    private static void refused(ThrowingCallable call, String... says) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(call)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(says).hasSizeLessThan(1_500));
    }
}
