package org.sistercities.contracts;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sistercities.contracts.CityDomainEvent.CityRegistered;
import org.sistercities.contracts.CityDomainEvent.CityRevised;
import org.sistercities.contracts.CityDomainEvent.MutualInterestFound;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipAnniversary;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProgressed;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;
import org.sistercities.contracts.CityDomainEvent.PartnershipReviewDue;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;
import org.sistercities.contracts.ContentDomainEvent.StoryChanged;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.contracts.ContentDomainEvent.StoryUnpublished;
import org.sistercities.contracts.EventsDomainEvent.AdmissionUndone;
import org.sistercities.contracts.EventsDomainEvent.Answer;
import org.sistercities.contracts.EventsDomainEvent.Erased;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.EventsDomainEvent.GuestAdmitted;
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
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import tools.jackson.databind.json.JsonMapper;

/** Bytes once released stay readable, and mean what they meant. Expectations are added, never edited. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenEventsTest {
    private static final List<Party> LOCKPORT_AND_ASIAGO =
            List.of(new Party("4900292", "Lockport", "US"), new Party("3182744", "Asiago", "IT"));
    private static final String TEXT_HASH = "5448f86bd1dab30bfc1145d3430e88048f192f519cf1a49bf378814ef789233a";

    private static final Map<String, DomainEvent> EXPECTED = Map.ofEntries(
            entry(
                    "city.partnership-proposed.v1/golden-1.json",
                    new PartnershipProposed(
                            "lockport-asiago-sister", "SISTER", LOCKPORT_AND_ASIAGO, at("2014-05-12T14:30:00Z"))),
            entry(
                    "city.partnership-agreed.v1/golden-1.json",
                    new PartnershipAgreed(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            TEXT_HASH,
                            at("2014-09-19T09:05:00Z"))),
            entry(
                    "city.partnership-partly-signed.v1/golden-1.json",
                    new PartnershipPartlySigned(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            "3182744",
                            at("2014-10-03T16:02:11.250Z"))),
            entry(
                    "city.partnership-signed.v1/golden-1.json",
                    new PartnershipSigned(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            TEXT_HASH,
                            LocalDate.of(2014, 10, 3),
                            at("2014-10-03T16:04:37.123456789Z"))),
            entry(
                    "city.partnership-recorded.v1/golden-1.json",
                    new PartnershipRecorded(
                            "seattle-bergen-sister",
                            "SISTER",
                            List.of(new Party("5809844", "Seattle", "US"), new Party("3161732", "Bergen", "NO")),
                            "1967",
                            at("2026-11-22T08:00:00Z"))),
            entry(
                    "city.partnership-recorded.v1/golden-2.json",
                    new PartnershipRecorded(
                            "concord-killarney-sister",
                            "SISTER",
                            List.of(new Party("4461574", "Concord", "US"), new Party("2963370", "Killarney", "IE")),
                            null,
                            at("2026-11-22T08:00:00Z"))),
            entry(
                    "city.partnership-progressed.v1/golden-1.json",
                    new PartnershipProgressed(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            "RESOLVED",
                            "EXPLORING",
                            "4900292",
                            at("2014-08-06T23:40:00Z"))),
            entry(
                    "city.partnership-progressed.v1/golden-2.json",
                    new PartnershipProgressed(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            "EXPLORED",
                            "EXPLORING",
                            null,
                            at("2014-05-20T09:00:00Z"))),
            entry(
                    "city.partnership-standing-changed.v1/golden-1.json",
                    new PartnershipStandingChanged(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            "INACTIVE",
                            at("2024-02-01T10:00:00.500Z"))),
            entry(
                    "city.partnership-ended.v1/golden-1.json",
                    new PartnershipEnded(
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            "EMERITUS",
                            at("2025-03-04T15:30:00Z"))),
            entry(
                    "city.city-registered.v1/golden-1.json",
                    new CityRegistered("gn3038999", "Soldeu", "AD", at("2026-11-22T08:00:00Z"))),
            entry(
                    "city.city-revised.v1/golden-1.json",
                    new CityRevised("gn5809844", "Seattle", null, "US", at("2026-11-22T08:00:00Z"))),
            entry(
                    "city.city-revised.v1/golden-2.json",
                    new CityRevised("gn703448", "Kyiv", "Kiev", "UA", at("2026-11-22T08:00:00Z"))),
            entry(
                    "city.seeking-posted.v1/golden-1.json",
                    new SeekingPosted(
                            "seeking/4461574",
                            new Party("4461574", "Concord", "US"),
                            List.of("EUROPE"),
                            List.of("JP"),
                            List.of("en", "es"),
                            List.of("YOUTH_AND_EDUCATION"),
                            at("2018-02-01T15:00:00Z"),
                            at("2017-02-01T15:00:00Z"))),
            entry(
                    "city.seeking-withdrawn.v1/golden-1.json",
                    new SeekingWithdrawn("seeking/4461574", "4461574", at("2017-06-01T12:00:00Z"))),
            entry(
                    "city.mutual-interest-found.v1/golden-1.json",
                    new MutualInterestFound("seeking/4461574", "4461574", "2963370", at("2017-05-20T09:30:00Z"))),
            entry(
                    "city.partnership-anniversary.v1/golden-1.json",
                    new PartnershipAnniversary(
                            "lockport-asiago-sister/anniversary/5",
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            5,
                            LocalDate.of(2019, 10, 3),
                            LocalDate.of(2014, 10, 3),
                            at("2019-10-02T22:00:11Z"))),
            entry(
                    "city.partnership-review-due.v1/golden-1.json",
                    new PartnershipReviewDue(
                            "lockport-asiago-sister/review/5",
                            "lockport-asiago-sister",
                            "SISTER",
                            LOCKPORT_AND_ASIAGO,
                            5,
                            LocalDate.of(2019, 10, 3),
                            at("2019-10-02T22:00:12Z"))),
            entry(
                    "content.story-drafted.v1/golden-1.json",
                    new StoryDrafted(
                            "partnership-signed/lockport-asiago-sister",
                            "Lockport and Asiago sign across the Atlantic",
                            List.of("4900292", "3182744"),
                            List.of("lockport-asiago-sister"),
                            at("2014-10-03T16:04:38Z"))),
            entry(
                    "content.story-published.v1/golden-1.json",
                    new StoryPublished(
                            "inaugural-gala-2017-release",
                            "inaugural-gala-2017",
                            "2017 Inaugural Gala to be held on January 17",
                            List.of(),
                            List.of(),
                            null,
                            null,
                            null,
                            at("2017-01-11T15:00:00Z"))),
            entry(
                    "content.story-published.v1/golden-2.json",
                    new StoryPublished(
                            "lockport-asiago-virtual-signing",
                            "nobody-had-to-travel",
                            "Nobody had to travel",
                            List.of("4900292", "3182744"),
                            List.of("lockport-asiago-sister"),
                            at("2014-10-08T00:00:00Z"),
                            null,
                            null,
                            at("2026-11-22T08:00:00Z"))),
            entry(
                    "content.story-published.v1/golden-3.json",
                    new StoryPublished(
                            "lockport-asiago-virtual-signing",
                            "nessuno-ha-dovuto-viaggiare",
                            "Nessuno ha dovuto viaggiare",
                            List.of("4900292", "3182744"),
                            List.of("lockport-asiago-sister"),
                            at("2014-10-08T00:00:00Z"),
                            "STORY",
                            "it",
                            at("2026-11-22T08:00:00Z"))),
            entry(
                    "content.story-changed.v1/golden-1.json",
                    new StoryChanged("inaugural-gala-2017-release", "inaugural-gala-2017", at("2017-01-12T09:30:00Z"))),
            entry(
                    "content.story-unpublished.v1/golden-1.json",
                    new StoryUnpublished(
                            "inaugural-gala-2017-release", "inaugural-gala-2017", at("2017-01-12T09:30:00Z"))),
            entry(
                    "events.event-published.v1/golden-1.json",
                    new EventPublished(
                            "inaugural-gala-2017",
                            "inaugural-gala-2017",
                            "2017 Inaugural Gala",
                            at("2017-01-17T22:30:00Z"),
                            "America/New_York",
                            "Organization of American States",
                            null,
                            at("2017-01-11T15:00:00Z"))),
            entry(
                    "events.event-published.v1/golden-2.json",
                    new EventPublished(
                            "seattle-harbour-evening-2027",
                            "seattle-harbour-evening-2027",
                            "An evening at the harbour",
                            at("2027-06-05T01:30:00Z"),
                            "America/Los_Angeles",
                            "Nordic Museum",
                            "5809844",
                            at("2026-11-22T08:00:00Z"))),
            entry(
                    "events.event-changed.v1/golden-1.json",
                    new EventChanged(
                            "inaugural-gala-2017",
                            "inaugural-gala-2017",
                            "2017 Inaugural Gala",
                            "GALA",
                            at("2017-01-17T22:30:00Z"),
                            at("2017-01-18T04:00:00Z"),
                            "America/New_York",
                            "Organization of American States",
                            null,
                            at("2017-01-13T09:00:00Z"))),
            entry(
                    "events.event-changed.v1/golden-2.json",
                    new EventChanged(
                            "seattle-harbour-evening-2027",
                            "seattle-harbour-evening-2027",
                            "An evening at the harbour",
                            "RECEPTION",
                            at("2027-06-05T02:00:00Z"),
                            at("2027-06-05T06:00:00Z"),
                            "America/Los_Angeles",
                            "Nordic Museum",
                            "5809844",
                            at("2026-11-22T08:00:00.250Z"))),
            entry(
                    "events.event-concluded.v1/golden-1.json",
                    new EventConcluded(
                            "inaugural-gala-2017",
                            "inaugural-gala-2017",
                            "2017 Inaugural Gala",
                            at("2017-01-17T22:30:00Z"),
                            at("2017-01-18T04:00:00Z"),
                            "America/New_York",
                            "Organization of American States",
                            "4140963",
                            at("2017-01-18T15:00:00Z"))),
            entry(
                    "events.event-cancelled.v1/golden-1.json",
                    new EventCancelled(
                            "inaugural-gala-2017",
                            "inaugural-gala-2017",
                            "2017 Inaugural Gala",
                            at("2017-01-17T22:30:00Z"),
                            "America/New_York",
                            "A snowstorm closes the city.",
                            "4140963",
                            at("2017-01-16T12:00:00Z"))),
            entry(
                    "events.guest-admitted.v1/golden-1.json",
                    new GuestAdmitted(
                            "r-000017-2",
                            "inaugural-gala-2017",
                            "r-000017",
                            2,
                            "gala",
                            at("2017-01-17T22:41:07Z"),
                            at("2017-01-17T22:41:07.120Z"))),
            entry(
                    "events.admission-undone.v1/golden-1.json",
                    new AdmissionUndone(
                            "r-000017-2", "inaugural-gala-2017", "r-000017", 2, "gala", at("2017-01-17T22:42:00Z"))),
            entry(
                    "events.registration-confirmed.v1/golden-1.json",
                    new RegistrationConfirmed(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("vip-reception-and-gala", 1), new Tickets("gala", 2)),
                            3,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-waitlisted.v1/golden-1.json",
                    new RegistrationWaitlisted(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-offered.v1/golden-1.json",
                    new RegistrationOffered(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            at("2017-01-13T18:25:00Z"),
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-awaiting-payment.v1/golden-1.json",
                    new RegistrationAwaitingPayment(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            "240.00",
                            "USD",
                            at("2017-01-13T18:25:00Z"),
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-paid.v1/golden-1.json",
                    new RegistrationPaid(
                            "r-000017", "inaugural-gala-2017", "240.00", "USD", true, at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.refund-made.v1/golden-1.json",
                    new RefundMade(
                            "r-000017-1",
                            "r-000017",
                            "inaugural-gala-2017",
                            "240.00",
                            "USD",
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-awaiting-approval.v1/golden-1.json",
                    new RegistrationAwaitingApproval(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-rejected.v1/golden-1.json",
                    new RegistrationRejected(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-changed.v1/golden-1.json",
                    new RegistrationChanged(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-cancelled.v1/golden-1.json",
                    new RegistrationCancelled(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            true,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.registration-expired.v1/golden-1.json",
                    new RegistrationExpired(
                            "r-000017",
                            "inaugural-gala-2017",
                            List.of(new Tickets("gala", 2)),
                            2,
                            Lapsed.OFFER,
                            at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.invitation-issued.v1/golden-1.json",
                    new InvitationIssued(
                            "r-000018",
                            "inaugural-gala-2017",
                            List.of(new Tickets("vip", 2)),
                            2,
                            at("2017-01-10T23:00:00Z"),
                            at("2017-01-02T09:00:00.123Z"))),
            entry(
                    "events.invitation-answered.v1/golden-1.json",
                    new InvitationAnswered(
                            "r-000018",
                            "inaugural-gala-2017",
                            Answer.ACCEPTED,
                            List.of(new Tickets("vip", 2)),
                            2,
                            at("2017-01-03T10:11:12.345Z"))),
            entry(
                    "events.invitation-handed-on.v1/golden-1.json",
                    new InvitationHandedOn("r-000018", "inaugural-gala-2017", at("2017-01-03T10:11:12.345Z"))),
            entry(
                    "events.guests-named.v1/golden-1.json",
                    new GuestsNamed("r-000017", "inaugural-gala-2017", 1, 2, at("2017-01-12T18:21:05.678Z"))),
            entry(
                    "events.personal-data-erased.v1/golden-1.json",
                    new PersonalDataErased(
                            "inaugural-gala-2017-needs",
                            "inaugural-gala-2017",
                            Erased.NEEDS,
                            211,
                            at("2017-02-16T23:00:01.234Z"))));

    private final EventCodec codec = EventCodec.ofAllServices();

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_event_is_read_as_what_it_meant(String file) throws Exception {
        assertThat(codec.decode(typeOf(file), bytes(file))).isEqualTo(EXPECTED.get(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_same_event_is_still_written_the_same_way(String file) throws Exception {
        var json = JsonMapper.shared();
        assertThat(json.readTree(codec.encode(EXPECTED.get(file)))).isEqualTo(json.readTree(bytes(file)));
    }

    @Test
    void every_type_has_golden_events_and_every_golden_event_an_expectation() {
        assertThat(Baseline.goldenEvents().keySet()).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
        assertThat(EXPECTED.keySet().stream().map(GoldenEventsTest::typeOf)).containsAll(codec.types());
    }

    static Set<String> files() {
        return EXPECTED.keySet();
    }

    private static String typeOf(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static byte[] bytes(String file) throws Exception {
        try (var in = GoldenEventsTest.class.getResourceAsStream("/released/" + file)) {
            return in.readAllBytes();
        }
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
