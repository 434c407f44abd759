package org.sistercities.city.partnership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Step.What;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.aggregate.Change;

/**
 * Two or more communities' bond. It is active once the head of each side has signed the same text (SCI toolkit 2021). Every
 * change adds one step to the history and causes one event.
 *
 * @param parties as they were called when it was proposed; sorted by city id, their order means nothing
 * @param bond kind and parties in one: no two partnerships share it
 * @param since the date of the last signature, or what a list of earlier years says
 */
public record Partnership(
        String id,
        Kind kind,
        Status status,
        List<Party> parties,
        String bond,
        @Nullable Agreement agreement,
        List<Signature> signatures,
        @Nullable PartialDate since,
        List<Step> history) {

    /** The property of the stored state that is unique. */
    public static final String UNIQUE = "bond";

    /** One side asks the other. */
    static Change<Partnership> propose(String id, Kind kind, List<Party> parties, String by, Instant now) {
        var sorted = checked(parties);
        var history = List.of(new Step(What.PROPOSED, null, by, now));
        var proposed = new Partnership(
                id, kind, Status.PROPOSED, sorted, bond(kind, cityIds(sorted)), null, List.of(), null, history);
        return Change.of(proposed, new PartnershipProposed(id, kind.name(), sorted, now));
    }

    /**
     * One of earlier years is entered from a list; it counts as active. Its id follows from kind and parties, so that the same
     * list entered again records nothing twice.
     */
    public static Change<Partnership> recorded(
            Kind kind, List<Party> parties, @Nullable PartialDate since, String by, Instant now) {
        var sorted = checked(parties);
        var bond = bond(kind, cityIds(sorted));
        var id = UUID.nameUUIDFromBytes(bond.getBytes(UTF_8)).toString();
        var history = List.of(new Step(What.RECORDED, null, by, now));
        var recorded = new Partnership(id, kind, Status.ACTIVE, sorted, bond, null, List.of(), since, history);
        var iso = since == null ? null : since.iso();
        return Change.of(recorded, new PartnershipRecorded(id, kind.name(), sorted, iso, now));
    }

    /**
     * The text all sides will sign is fixed.
     *
     * @throws Refused.TextIsFixed when another one is fixed already
     */
    Change<Partnership> agree(Agreement text, String by, Instant now) {
        if (text.equals(agreement)) return Change.none(this); // asked again: same answer
        if (status != Status.PROPOSED) throw new Refused.TextIsFixed(status);
        var agreed = new Partnership(
                id,
                kind,
                Status.AGREED,
                parties,
                bond,
                text,
                signatures,
                since,
                and(new Step(What.AGREED, null, by, now)));
        return Change.of(agreed, new PartnershipAgreed(id, kind.name(), parties, text.textHash(), now));
    }

    /**
     * The head of one side signs; the last one makes the partnership active.
     *
     * @throws Refused.DifferentText when it is not the agreed text that was signed
     */
    Change<Partnership> sign(Signing signing, String by, Instant now) {
        if (!cityIds().contains(signing.cityId())) throw new Refused.NotAParty(signing.cityId());
        if (agreement == null) throw new Refused.NothingToSign(status);
        if (!signing.textHash().equals(agreement.textHash()))
            throw new Refused.DifferentText(signing.textHash(), agreement.textHash());
        var known = signatureOf(signing.cityId());
        if (known.isPresent()) return signedBefore(known.get(), signing);
        if (signing.signedOn() != null && signing.isInTheFuture())
            throw new Refused.SignedInTheFuture(signing.signedOn());
        return signed(signing.at(now), by, agreement);
    }

    private Change<Partnership> signedBefore(Signature known, Signing signing) {
        if (!signing.repeats(known)) throw new Refused.AlreadySigned(known);
        return Change.none(this); // asked again: same answer
    }

    private Change<Partnership> signed(Signature signature, String by, Agreement text) {
        var now = signature.at();
        var all = Stream.concat(signatures.stream(), Stream.of(signature)).toList();
        var steps = and(new Step(What.SIGNED, signature.cityId(), by, now));
        if (all.size() < parties.size())
            return Change.of(
                    new Partnership(id, kind, Status.PARTLY_SIGNED, parties, bond, text, all, since, steps),
                    new PartnershipPartlySigned(id, kind.name(), parties, signature.cityId(), now));
        var last = lastDate(all);
        return Change.of(
                new Partnership(id, kind, Status.ACTIVE, parties, bond, text, all, PartialDate.of(last), steps),
                new PartnershipSigned(id, kind.name(), parties, text.textHash(), last, now));
    }

    List<String> cityIds() {
        return cityIds(parties);
    }

    private Optional<Signature> signatureOf(String cityId) {
        return signatures.stream().filter(s -> s.cityId().equals(cityId)).findFirst();
    }

    private List<Step> and(Step step) {
        var steps = new ArrayList<>(history);
        steps.add(step);
        return List.copyOf(steps);
    }

    private static LocalDate lastDate(List<Signature> signatures) {
        return signatures.stream()
                .map(Signature::signedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Party> checked(List<Party> parties) {
        var seen = new HashSet<String>();
        for (var party : parties) if (!seen.add(party.cityId())) throw new Refused.SameCityTwice(party.cityId());
        if (parties.size() < 2) throw new Refused.TooFewParties();
        return parties.stream().sorted(Comparator.comparing(Party::cityId)).toList();
    }

    static String bond(Kind kind, Collection<String> cityIds) {
        return kind + " " + String.join(" ", cityIds.stream().sorted().toList());
    }

    private static List<String> cityIds(List<Party> parties) {
        return parties.stream().map(Party::cityId).toList();
    }
}
