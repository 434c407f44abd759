package org.sistercities.web.representative;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A partnership as those see it who work on it. Which steps are possible the API says; papers are brought as long as here. */
record Partnership(
        String id,
        String kind,
        String status,
        List<Party> parties,
        @Nullable LocalDate until,
        @Nullable String certificate,
        @Nullable Agreement agreement,
        List<Signature> signatures,
        @Nullable Upgrade upgrade,
        List<String> possibleSteps,
        List<Warning> warnings,
        List<Resolution> resolutions,
        List<Session> sessions,
        List<Step> history) {
    private static final Set<String> ON_THE_WAY =
            Set.of("PROPOSED", "EXPLORING", "APPROVED", "AGREED", "PARTLY_SIGNED");
    private static final Set<String> STANDING = Set.of("ACTIVE", "INACTIVE", "SUSPENDED", "EXPIRED");

    record Party(String cityId, String name, String countryCode) {}

    record Agreement(Map<String, String> texts, String textHash) {}

    record Upgrade(String kind, Agreement agreement, List<Signature> signatures) {}

    record Signature(
            String cityId,
            Signatory signatory,
            LocalDate signedOn,
            @Nullable String place,
            @Nullable String sessionId) {}

    record Signatory(String name, String title) {}

    record Warning(
            String rule,
            String cityId,
            String reason,
            @Nullable String override) {}

    record Resolution(
            String cityId,
            String body,
            String reference,
            LocalDate date,
            @Nullable String link) {}

    record Session(String id, Instant startsAt, List<LocalTime> localTimes, String link, List<Witness> witnesses) {}

    record LocalTime(String cityId, String name, String zone, OffsetDateTime startsAt) {}

    record Witness(String name, @Nullable String title) {}

    record Step(String what, @Nullable String cityId) {}

    /** Where a partnership of this status belongs in a list: {@code way}, {@code standing} or {@code past}. */
    static String group(String status) {
        if (ON_THE_WAY.contains(status)) return "way";
        return STANDING.contains(status) ? "standing" : "past";
    }

    List<String> cityIds() {
        return parties.stream().map(Party::cityId).toList();
    }

    public boolean isUnderWay() {
        return group(status).equals("way");
    }

    /** Whether local policies hold it up. */
    public boolean isHeldUp() {
        return warnings.stream().anyMatch(warning -> warning.override() == null);
    }

    public boolean takesResolutions() {
        return (status.equals("PROPOSED") || status.equals("EXPLORING")) && !isHeldUp();
    }

    /** Whether a text may be fixed, the first one or one that makes sisters of friends. */
    public boolean takesText() {
        return takesResolutions() || (status.equals("APPROVED") && !isHeldUp()) || isUpgradable();
    }

    public boolean isUpgradable() {
        return status.equals("ACTIVE") && kind.equals("FRIENDSHIP") && upgrade == null;
    }

    /** The text that waits for signatures. */
    public @Nullable Agreement toSign() {
        if (upgrade != null) return status.equals("ACTIVE") ? upgrade.agreement() : null;
        return status.equals("AGREED") || status.equals("PARTLY_SIGNED") ? agreement : null;
    }

    /** What this side has signed: of the text that waits for signatures, else of the one that all have signed. */
    public @Nullable Signature signatureOf(String cityId) {
        return (upgrade != null ? upgrade.signatures() : signatures)
                .stream()
                        .filter(signature -> signature.cityId().equals(cityId))
                        .findFirst()
                        .orElse(null);
    }

    public @Nullable Resolution resolutionOf(String cityId) {
        return resolutions.stream()
                .filter(resolution -> resolution.cityId().equals(cityId))
                .findFirst()
                .orElse(null);
    }

    /** What a city is called here. */
    public String nameOf(@Nullable String cityId) {
        return parties.stream()
                .filter(party -> party.cityId().equals(cityId))
                .map(Party::name)
                .findFirst()
                .orElse("");
    }

    /** Whose proposal it was, where it was one side's. */
    @Nullable
    String proposer() {
        return history.isEmpty() ? null : history.getFirst().cityId();
    }
}
