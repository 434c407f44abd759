package org.sistercities.city.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that binds once the head of every side has signed it. The signatures are a chain: the first one seals bond and text,
 * each further one seals the one before it.
 *
 * @param bond what it makes of whom: kind and city ids
 * @param sides the cities that must sign
 * @param dropped an upgrade that was given up; it stays on record
 */
public record Deed(String bond, List<String> sides, Agreement agreement, List<Signature> signatures, boolean dropped) {

    /** A text nobody has signed yet. */
    public static Deed of(String bond, List<String> sides, Agreement agreement) {
        return new Deed(bond, sides, agreement, List.of(), false);
    }

    public boolean isSigned() {
        return signatures.size() == sides.size();
    }

    /** Whether signatures are still missing and awaited. */
    public boolean isOpen() {
        return !dropped && !isSigned();
    }

    /** The date of the last signature. */
    public LocalDate signedOn() {
        return signatures.stream()
                .map(Signature::signedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What the next signature is chained to; once all have signed, it stands for the whole deed. */
    public String seal() {
        return signatures.isEmpty()
                ? Fingerprint.of(bond, agreement.textHash())
                : signatures.getLast().seal();
    }

    public Optional<Signature> signatureOf(String cityId) {
        return signatures.stream().filter(s -> s.cityId().equals(cityId)).findFirst();
    }

    /**
     * With one more signature; itself when this one was told before.
     *
     * @throws SigningRefused.DifferentText when it is not the agreed text that was signed
     */
    public Deed signed(Signing signing, Instant now) {
        if (!sides.contains(signing.cityId())) throw new SigningRefused.NotAParty(signing.cityId());
        if (!signing.textHash().equals(agreement.textHash()))
            throw new SigningRefused.DifferentText(signing.textHash(), agreement.textHash());
        var known = signatureOf(signing.cityId());
        if (known.isPresent()) return signedBefore(known.get(), signing);
        if (signing.signedOn() != null && signing.isInTheFuture())
            throw new SigningRefused.SignedInTheFuture(signing.signedOn());
        var all = Stream.concat(signatures.stream(), Stream.of(signing.after(seal(), now)));
        return new Deed(bond, sides, agreement, all.toList(), false);
    }

    /** What stands on its certificate. */
    public String certificateNumber() {
        return certificateNumber(seal());
    }

    /** A seal's first 80 bits, easy to type: {@code 0f3c-…}. */
    public static String certificateNumber(String seal) {
        return seal.substring(0, 20).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** Whether it is over the same text for the same bond. */
    public boolean isOver(Deed other) {
        return !dropped && bond.equals(other.bond) && agreement.equals(other.agreement);
    }

    /** Given up before all have signed. */
    public Deed drop() {
        return new Deed(bond, sides, agreement, signatures, true);
    }

    private Deed signedBefore(Signature known, Signing signing) {
        if (!signing.repeats(known)) throw new SigningRefused.AlreadySigned(known);
        return this; // asked again: same answer
    }
}
