package org.sistercities.city.partnership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Step.What;
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.Deed;
import org.sistercities.city.signing.Fingerprint;
import org.sistercities.city.signing.Signing;
import org.sistercities.city.signing.SigningRefused;
import org.sistercities.city.signing.SigningSession;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.aggregate.Change;

/**
 * Two or more communities' bond. It is active once the head of each side has signed the same text (SCI toolkit 2021). Every
 * change adds one step to the history and causes one event; nothing is ever taken away.
 *
 * @param parties as they were called when it was proposed; sorted by city id, their order means nothing
 * @param bonds kind and parties in one: no two partnerships share one. Two while an upgrade waits for signatures, null when it
 *     has ended
 * @param certificates the numbers of its certificates, each of them unique; null before the first
 */
public record Partnership(
        String id,
        List<Party> parties,
        @Nullable List<String> bonds,
        @Nullable List<String> certificates,
        Standing standing,
        Papers papers,
        List<Step> history) {

    /** Properties of the stored state that are unique. */
    public static final String BONDS = "bonds";

    public static final String CERTIFICATES = "certificates";

    private static final int MOST_SESSIONS = 20;
    private static final Set<Status> DECIDING = EnumSet.of(Status.PROPOSED, Status.EXPLORING);
    private static final Set<Status> NEGOTIATING = EnumSet.of(Status.PROPOSED, Status.EXPLORING, Status.APPROVED);
    private static final Set<Status> SIGNABLE = EnumSet.of(Status.AGREED, Status.PARTLY_SIGNED, Status.ACTIVE);

    /** One side asks the other. */
    static Change<Partnership> propose(String id, Proposal proposal, Act act) {
        var standing = Standing.first(proposal.kind(), Status.PROPOSED).until(proposal.until(), act);
        var papers = new Papers(proposal.warnings(), List.of(), List.of(), List.of());
        var nothing = new Partnership(id, proposal.parties(), null, null, standing, papers, List.of());
        return nothing.step(What.PROPOSED, standing, papers, standing.term(), act);
    }

    /**
     * One of earlier years is entered from a list; it counts as active. Its id follows from kind and parties, so that the same
     * list entered again records nothing twice.
     */
    public static Change<Partnership> recorded(
            Kind kind, List<Party> parties, @Nullable PartialDate since, String by, Instant now) {
        var sorted = Proposal.checked(parties);
        var bond = bond(kind, cityIds(sorted));
        var id = UUID.nameUUIDFromBytes(bond.getBytes(UTF_8)).toString();
        var standing = Standing.first(kind, Status.ACTIVE).since(since);
        var paper = since == null ? null : Fingerprint.of(since.iso());
        return new Partnership(id, sorted, null, null, standing, Papers.NONE, List.of())
                .step(What.RECORDED, standing, Papers.NONE, paper, Act.by(by, now));
    }

    /**
     * Recorded as one in which nothing happens at present.
     *
     * @param note who says so
     */
    public static Change<Partnership> recordedInactive(
            Kind kind, List<Party> parties, @Nullable PartialDate since, String by, String note, Instant now) {
        return recorded(kind, parties, since, by, now)
                .then(active -> active.take(Move.DEACTIVATE, null, new Act(null, by, note, null, now)));
    }

    /**
     * A step that needs nothing but a word; {@code until} is the new last day when it is renewed.
     *
     * @throws Refused.StepNotPossible when the life cycle has no such step from here
     */
    Change<Partnership> take(Move move, @Nullable LocalDate until, Act act) {
        var to = standing.to(move.from(status(), act));
        return switch (move) {
            case OVERRIDE -> step(move.what, to, papers.overridden(act), null, act);
            case DROP_UPGRADE ->
                step(move.what, to, papers.now(openDeed(move.name()).drop()), null, act);
            case EXPIRE -> step(move.what, standing.expired(act), papers, null, act);
            case RENEW -> {
                var renewed = to.renewed(until, act);
                yield step(move.what, renewed, papers, renewed.term(), act);
            }
            case EXPLORE -> step(move.what, to, papers.unhindered(), null, act);
            default -> step(move.what, to, papers, null, act);
        };
    }

    /** One side has passed a resolution; the last one makes it approved. */
    Change<Partnership> resolve(Resolution resolution, Act act) {
        if (!cityIds().contains(resolution.cityId())) throw new SigningRefused.NotAParty(resolution.cityId());
        var known = papers.resolutionOf(resolution.cityId());
        if (known.filter(resolution::equals).isPresent()) return Change.none(this); // told again: same answer
        if (known.isPresent()) throw new Refused.AlreadyResolved(known.get());
        if (!DECIDING.contains(status())) throw new Refused.StepNotPossible("RESOLVE", status());
        var now = papers.unhindered().with(resolution);
        var all = now.resolutions().size() == parties.size();
        return step(What.RESOLVED, all ? standing.to(Status.APPROVED) : standing, now, resolution.fingerprint(), act);
    }

    /**
     * The text all sides will sign is fixed. With {@code upgrade}, it is the text that will make sisters of friends; they stay
     * friends until it is signed.
     *
     * @throws Refused.TextIsFixed when another one is fixed already
     */
    Change<Partnership> agree(Agreement text, @Nullable Kind upgrade, Act act) {
        var deed = Deed.of(bond(upgrade == null ? kind() : upgrade, cityIds()), cityIds(), text);
        if (isKnown(deed)) return Change.none(this); // asked again: same answer
        if (papers.open().isPresent()) throw new Refused.TextIsFixed(status());
        if (upgrade != null && upgrade != kind()) return step(What.AGREED, standing.upgradableTo(upgrade), deed, act);
        if (!NEGOTIATING.contains(status())) throw new Refused.TextIsFixed(status());
        papers.unhindered();
        return step(What.AGREED, standing.to(Status.AGREED), deed, act);
    }

    /** The heads will sign by video. */
    Change<Partnership> open(SigningSession session, Act act) {
        if (papers.hasSession(session.id())) return Change.none(this); // asked again: same answer
        openDeed("OPEN_SESSION");
        if (papers.sessions().size() == MOST_SESSIONS) throw new Refused.TooManySessions(MOST_SESSIONS);
        return step(What.SESSION_OPENED, standing, papers.with(session), session.fingerprint(), act);
    }

    /**
     * The head of one side signs; the last one makes the partnership active.
     *
     * @throws SigningRefused.DifferentText when it is not the agreed text that was signed
     */
    Change<Partnership> sign(Signing signing, Act act) {
        if (!cityIds().contains(signing.cityId())) throw new SigningRefused.NotAParty(signing.cityId());
        var deed = deedToSign();
        if (signing.sessionId() != null && !papers.hasSession(signing.sessionId()))
            throw new Refused.UnknownSession(signing.sessionId());
        var signed = deed.signed(signing, act.at());
        if (signed.equals(deed)) return Change.none(this); // told again: same answer
        return step(What.SIGNED, after(signed), papers.now(signed), signed.seal(), act);
    }

    public Kind kind() {
        return standing.kind();
    }

    public Status status() {
        return standing.status();
    }

    public @Nullable PartialDate since() {
        return standing.since();
    }

    /** What kind of partnership a text makes. */
    public static Kind kindOf(Deed deed) {
        return Kind.valueOf(deed.bond().substring(0, deed.bond().indexOf(' ')));
    }

    /** What the first step is chained to: whose history it is, and what was warned of. */
    public String origin() {
        var named = parties.stream().flatMap(party -> Stream.of(party.cityId(), party.name(), party.countryCode()));
        var warned = papers.warnings().stream().flatMap(w -> Stream.of(w.rule(), w.cityId(), w.reason()));
        return Fingerprint.of(
                Stream.of(Stream.of(id), named, warned).flatMap(facts -> facts).toList());
    }

    public List<String> cityIds() {
        return cityIds(parties);
    }

    public static String bond(Kind kind, Collection<String> cityIds) {
        return kind + " " + String.join(" ", cityIds.stream().sorted().toList());
    }

    private Change<Partnership> step(What what, Standing after, Deed deed, Act act) {
        return step(what, after, papers.with(deed), deed.agreement().textHash(), act);
    }

    private Change<Partnership> step(What what, Standing after, Papers now, @Nullable String paper, Act act) {
        var previous = history.isEmpty() ? origin() : history.getLast().seal();
        var step = Step.of(what, after, paper, act).sealedAfter(previous);
        var steps = Stream.concat(history.stream(), Stream.of(step)).toList();
        var next = new Partnership(id, parties, bonds(after, now), certificates(now), after, now, steps);
        return Change.of(next, Announced.of(step, next));
    }

    private @Nullable List<String> bonds(Standing after, Papers now) {
        if (after.status().hasEnded()) return null;
        var own = bond(after.kind(), cityIds());
        var awaited = now.open().map(Deed::bond);
        return Stream.concat(Stream.of(own), awaited.stream()).distinct().toList();
    }

    private static @Nullable List<String> certificates(Papers now) {
        var numbers = now.signed().stream().map(Deed::certificateNumber).toList();
        return numbers.isEmpty() ? null : numbers;
    }

    private Standing after(Deed signed) {
        if (signed.isSigned()) return standing.signed(kindOf(signed), signed.signedOn());
        return status() == Status.ACTIVE ? standing : standing.to(Status.PARTLY_SIGNED);
    }

    private Deed openDeed(String toDo) {
        if (!SIGNABLE.contains(status())) throw new Refused.StepNotPossible(toDo, status());
        return papers.open().orElseThrow(() -> new Refused.StepNotPossible(toDo, status()));
    }

    private Deed deedToSign() {
        return papers.open()
                .filter(deed -> SIGNABLE.contains(status()))
                .or(papers::binding)
                .orElseThrow(() -> new Refused.NothingToSign(status()));
    }

    private boolean isKnown(Deed deed) {
        return !papers.deeds().isEmpty() && papers.deeds().getLast().isOver(deed);
    }

    private static List<String> cityIds(List<Party> parties) {
        return parties.stream().map(Party::cityId).toList();
    }
}
